package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.identity.KeycloakClient;
import org.entente.identity.KeycloakConsole;
import org.entente.identity.KeycloakRealm;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The realms that are imported are those the rest of the project is tested with. */
class RealmsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void realms_are_as_deploy_identity_makes_them(Overlay overlay) throws JsonProcessingException {
    var manifests = overlay.manifests();
    for (var realm : manifests.ofKind("KeycloakRealmImport").toList()) {
      var party = realm.text("/spec/realm/realm");
      assertEquals(JSON.readTree(expected(party, manifests)), realm.at("/spec/realm"), party);
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_has_an_identity_provider_here_has_a_realm_in_it(Overlay overlay, @TempDir Path folder) {
    var manifests = overlay.manifests();
    var here =
        Agreed.in(manifests, folder).parties().values().stream()
            .map(party -> party.provider().url())
            .filter(url -> url.contains("//identity-provider-service:"))
            .map(url -> url.substring(url.lastIndexOf('/') + 1))
            .toList();
    assertEquals(
        here.stream().sorted().toList(),
        manifests
            .ofKind("KeycloakRealmImport")
            .map((Manifest realm) -> realm.text("/spec/realm/realm"))
            .sorted()
            .toList());
  }

  private static String expected(String party, Manifests manifests) {
    var console =
        new KeycloakConsole(
            subject(manifests.get("Certificate", "audit-service")),
            subject(manifests.get("Certificate", "exchange-ca")),
            "https://" + manifests.get("TLSRoute", "auditors").text("/spec/hostnames/0") + "/",
            List.of());
    var submit = List.of(KeycloakRealm.READ, KeycloakRealm.WRITE);
    var audit = List.of(KeycloakRealm.AUDITOR, KeycloakRealm.JOINT_AUDITOR);
    var clients =
        List.of(
            client(party, "feed", submit, List.of()),
            client(party, "reader", List.of(KeycloakRealm.READ), List.of()),
            client(party, "auditor", List.of(), audit));
    return new KeycloakRealm(party, clients, Optional.of(console)).json();
  }

  /** In RFC 4514 order: cert-manager writes the organisation first. */
  private static String subject(Manifest certificate) {
    return "CN="
        + certificate.text("/spec/commonName")
        + ",O="
        + certificate.text("/spec/subject/organizations/0");
  }

  private static KeycloakClient client(
      String party, String what, List<String> scopes, List<String> roles) {
    var organisation = ",O=Entente " + party;
    return new KeycloakClient(
        party + "-" + what,
        "CN=" + party + "-" + what + organisation,
        "CN=" + party + " Root" + organisation,
        scopes,
        roles);
  }
}
