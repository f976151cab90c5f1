package org.entente.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.entente.audit.identity.LogIdentityCheck;
import org.entente.audit.identity.LogKeys;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database belongs to one log for ever. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class IdentityTest extends ServiceTest {

  @Inject LogIdentityCheck check;

  @Inject LogKeys keys;

  @ParameterizedTest
  @ValueSource(strings = {"origin", "ed25519_vkey", "ml_dsa_44_vkey"})
  void the_database_of_another_log_is_refused(String column) {
    var ours =
        switch (column) {
          case "origin" -> keys.origin();
          case "ed25519_vkey" -> keys.ed25519().toString();
          default -> keys.mlDsa44().toString();
        };
    tamper("UPDATE log_identity SET " + column + " = 'other'");

    var refused = assertThrows(IllegalStateException.class, check::require);
    tamper("UPDATE log_identity SET " + column + " = '" + ours + "'");

    assertTrue(String.valueOf(refused.getMessage()).startsWith("this database holds the log"));
    check.require();
  }

  @Test
  void keys_of_another_name_or_type_are_refused() {
    var random = new SecureRandom();
    var right = SignerKey.generate("a.example/log", KeyType.ED25519, random);
    var other = SignerKey.generate("b.example/log", KeyType.ML_DSA_44, random);

    assertThrows(IllegalStateException.class, () -> new LogKeys("a.example/log", right, other));
    assertThrows(IllegalStateException.class, () -> new LogKeys("a.example/log", right, right));
    assertEquals(Exchange.ORIGIN, keys.origin());
  }
}
