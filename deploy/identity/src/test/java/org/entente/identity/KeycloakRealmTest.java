package org.entente.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakRealmTest {

  @TempDir Path folder;

  @Test
  void a_client_is_known_by_subject_and_authority_and_its_tokens_are_bound() throws IOException {
    var attributes = client(realm("one"), 0).get("attributes");

    assertEquals("CN=kr-feed,O=Entente kr", attributes.get("x509.subjectdn").textValue());
    assertEquals("CN=kr Root,O=Entente kr", attributes.get("x509.casubjectdn").textValue());
    assertEquals("true", attributes.get("tls.client.certificate.bound.access.tokens").textValue());
    assertEquals("PS256", attributes.get("access.token.signed.response.alg").textValue());
  }

  @Test
  void an_auditor_has_the_role_and_may_touch_no_indicator() throws IOException {
    var realm = new ObjectMapper().readTree(realm("one").json());

    assertEquals(0, client(realm("two"), 1).get("defaultClientScopes").size());
    assertEquals("auditor", realm.at("/users/1/realmRoles/0").textValue());
    assertEquals("auditor", realm.at("/scopeMappings/1/roles/0").textValue());
    assertEquals(0, realm.at("/users/0/realmRoles").size());
  }

  @Test
  void whoever_guesses_passwords_waits_and_nobody_is_locked_out_for_ever() throws IOException {
    var realm = new ObjectMapper().readTree(realm("one").json());

    assertTrue(realm.path("bruteForceProtected").booleanValue());
    assertFalse(realm.path("permanentLockout").booleanValue());
    assertTrue(realm.path("failureFactor").intValue() <= 10);
    assertTrue(realm.path("maxFailureWaitSeconds").intValue() <= 900);
  }

  @Test
  void realms_of_different_throw_away_certificates_are_the_same_bytes() {
    assertEquals(realm("one").json(), realm("two").json());
  }

  private KeycloakRealm realm(String pkiFolder) {
    var party = Pki.create(folder.resolve(pkiFolder), Clock.systemUTC(), "kr").party("kr");
    return new KeycloakRealm(
        "kr",
        List.of(
            KeycloakClient.feed(party, "kr-feed"), KeycloakClient.auditor(party, "kr-auditor")));
  }

  private static JsonNode client(KeycloakRealm realm, int index) throws IOException {
    return new ObjectMapper().readTree(realm.json()).get("clients").get(index);
  }
}
