package org.entente.kit.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.entente.kit.manifest.Sha256;

/// A request with its number, which is durable.
///
/// @param statement the signed token that goes with it
public record Numbered(Asked asked, long number, String statement) {

  /// The statement's digest, by which the log names it.
  public Sha256 digest() {
    return Sha256.of(statement.getBytes(US_ASCII));
  }
}
