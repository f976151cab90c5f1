package org.entente.kit.evidence;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.StrictJson;
import org.entente.log.ProvenEntry;
import org.entente.log.TlogPolicy;
import org.entente.log.TlogProof;
import org.entente.log.WitnessedCheckpoint;

/**
 * A receipt that held: its record stands in the log at this index.
 *
 * @param proven what the log proves
 * @param witnesses who has cosigned, and whether that is the policy's quorum
 * @param record the members of the record
 */
public record ProvenReceipt(
    ProvenEntry proven, WitnessedCheckpoint witnesses, Map<String, Object> record) {

  /**
   * Verifies a receipt file as far as the log has signed it, and every cosignature; {@link
   * org.entente.log.EvidenceRejected} says what does not fit.
   */
  public static ProvenReceipt of(byte[] receipt, TlogPolicy policy) {
    TlogProof proof = TlogProof.parse(receipt);
    ProvenEntry proven = proof.verify(policy.sequenced());
    return new ProvenReceipt(
        proven, policy.examine(proof.note()), StrictJson.object(proven.entry().toByteArray()));
  }

  /** The record's leaf hash as the exchange spells it: base64url without padding. */
  public String leaf() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(proven.leaf().toByteArray());
  }

  /** The text at this path of member names in the record. */
  public Optional<String> text(String... path) {
    Object value = record;
    for (String name : path) {
      if (!(value instanceof Map<?, ?> members) || !members.containsKey(name)) {
        return Optional.empty();
      }
      value = members.get(name);
    }
    return Optional.of(String.valueOf(value));
  }

  /** Whether the record names these digests (base64url): the receipt of exactly that submission. */
  public boolean names(String manifestSha256, String bodySha256) {
    return text("exchange", "manifest_sha256").filter(manifestSha256::equals).isPresent()
        && text("exchange", "body_sha256").filter(bodySha256::equals).isPresent();
  }

  /** Whether the record names this digest (base64url) of what was handed over. */
  public boolean namesBody(String sha256) {
    return text("exchange", "body_sha256").filter(sha256::equals).isPresent();
  }
}
