package org.entente.kit.manifest;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token whose signature held; what it states has not been looked at.
 *
 * @param claims in document order, strict JSON
 * @param sha256 over the token as received
 * @param issuedAt as the signed header says
 */
public record VerifiedToken(
    Map<String, Object> claims, Sha256 sha256, Signer signer, Instant issuedAt) {

  /** Copies the claims. */
  public VerifiedToken {
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
  }
}
