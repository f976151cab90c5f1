package org.entente.kit.manifest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.stix.marking.Recipient;

/**
 * What the signer states (version 1). Times have whole seconds.
 *
 * @param issuer the partner, {@code iss}
 * @param subject the signer, {@code sub}
 * @param audience the API root this submission is for, {@code aud}
 * @param collection the collection id it is for, {@code col}
 * @param id {@code jti}: unique per partner, for ever
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}: no first acceptance after this
 * @param recipients {@code rel}: the only places that may be told; empty when not limited
 * @param tlp {@code tlp}: the strictest marking inside, as stated
 * @param previous {@code prev}: SHA-256 of the manifest this one corrects
 * @param body {@code body}: the bytes that were signed
 */
public record Claims(
    PartnerId issuer,
    SignerUrn subject,
    String audience,
    String collection,
    UUID id,
    Instant issuedAt,
    Instant expiresAt,
    List<Recipient> recipients,
    Optional<String> tlp,
    Optional<Sha256> previous,
    SignedBody body) {

  /** Copies the list. */
  public Claims {
    recipients = List.copyOf(recipients);
  }

  /**
   * The signed description of the body.
   *
   * @param contentType {@code cty}
   * @param size in bytes
   * @param sha384 base64url; empty unless the signer added it
   */
  public record SignedBody(String contentType, long size, Sha256 sha256, Optional<String> sha384) {}
}
