package org.entente.audit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.entente.log.CompactRange;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.junit.jupiter.api.Test;

/** The log changes its keys in steps, and nobody who follows them is left behind. */
class ChangedKeysTest {

  private static final String ORIGIN = "exchange.example/log";
  private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");

  private final SignerKey ed25519 = key(KeyType.ED25519);
  private final SignerKey nextEd25519 = key(KeyType.ED25519);
  private final SignerKey mlDsa44 = key(KeyType.ML_DSA_44);
  private final SignerKey nextMlDsa44 = key(KeyType.ML_DSA_44);

  private final LogKeys before = new LogKeys(ORIGIN, ed25519, mlDsa44);
  private final LogKeys during =
      new LogKeys(ORIGIN, ed25519, mlDsa44, List.of(nextEd25519, nextMlDsa44), List.of());
  private final LogKeys after =
      new LogKeys(
          ORIGIN,
          nextEd25519,
          nextMlDsa44,
          List.of(),
          List.of(ed25519.verifier(), mlDsa44.verifier()));

  private static SignerKey key(KeyType type) {
    return SignerKey.generate(ORIGIN, type, new SecureRandom());
  }

  private static LogIdentity claimedBy(LogKeys keys) {
    var identity = new LogIdentity();
    identity.origin = keys.origin();
    identity.ed25519 = keys.ed25519().toString();
    identity.mlDsa44 = keys.mlDsa44().toString();
    return identity;
  }

  @Test
  void during_the_change_both_sign_so_that_old_and_new_verifiers_are_content() {
    var note = during.sign(CompactRange.empty(), AT);

    assertEquals(4, note.signatures().size());
    assertEquals(0, before.everSigned().verify(note).size());
    assertEquals(0, after.everSigned().verify(note).size());
    assertEquals(0, TlogPolicy.ofLogs(after.signing()).verify(note).size());
  }

  @Test
  void what_was_signed_before_is_verified_after_the_change() {
    assertEquals(0, after.everSigned().verify(before.sign(CompactRange.empty(), AT)).size());
    assertEquals(2, after.signing().size());
    assertFalse(after.signing().contains(ed25519.verifier()));
  }

  @Test
  void the_database_stays_this_logs_through_the_change_and_nobody_elses() {
    var claimed = claimedBy(before);

    assertTrue(claimed.isOf(before));
    assertTrue(claimed.isOf(during));
    assertTrue(claimed.isOf(after));
    assertFalse(claimed.isOf(new LogKeys(ORIGIN, nextEd25519, nextMlDsa44)));
  }

  @Test
  void only_keys_of_this_log_take_part() {
    var foreign = SignerKey.generate("other.example/log", KeyType.ED25519, new SecureRandom());
    var witness = SignerKey.generate(ORIGIN, KeyType.ED25519_COSIGNATURE, new SecureRandom());

    for (var wrong : List.of(foreign, witness)) {
      assertThrows(
          IllegalStateException.class,
          () -> new LogKeys(ORIGIN, ed25519, mlDsa44, List.of(wrong), List.of()));
      assertThrows(
          IllegalStateException.class,
          () -> new LogKeys(ORIGIN, ed25519, mlDsa44, List.of(), List.of(wrong.verifier())));
    }
  }
}
