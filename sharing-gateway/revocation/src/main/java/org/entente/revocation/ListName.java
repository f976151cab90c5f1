package org.entente.revocation;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Which list it was, for records.
 *
 * @param sha256 base64url, over its DER
 * @param number its CRL number, if it has one
 */
public record ListName(String sha256, Optional<BigInteger> number) {

  /** {@code crl:<digest>}, with {@code #<number>} behind it where there is one. */
  @Override
  public String toString() {
    return "crl:" + sha256 + number.map(n -> "#" + n).orElse("");
  }
}
