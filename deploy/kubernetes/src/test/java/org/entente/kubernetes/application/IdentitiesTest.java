package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.kubernetes.reference.Thing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates name those they are for, and everybody calls everybody by the same name. */
class IdentitiesTest {

  private static final String SERVICE = "urn:entente:service:";
  private static final String AUTHORITY = "exchange-ca";

  @ParameterizedTest
  @EnumSource
  void each_service_has_its_own_name_and_the_door_has_none(Overlay overlay) {
    var manifests = overlay.manifests();
    Installed.all(manifests)
        .forEach(service -> {
          var certificate = manifests.get("Certificate", service.name());
          assertEquals(List.of(SERVICE + service.name()), certificate.texts("/spec/uris"));
        });
    assertEquals(
        List.of(), manifests.get("Certificate", "sharing-gateway-door").texts("/spec/uris"));
    assertEquals(
        3, manifests.ofKind("Certificate").filter(c -> !c.texts("/spec/uris").isEmpty()).count());
  }

  @ParameterizedTest
  @EnumSource
  void callers_are_services_with_a_certificate_for_clients(Overlay overlay) {
    var manifests = overlay.manifests();
    Installed.all(manifests)
        .forEach(service -> {
          var callers = service.properties().getOrDefault("entente.callers", "");
          for (var caller : Set.of(callers.split(",", -1))) {
            if (!caller.isEmpty()) {
              var name = caller.substring(SERVICE.length());
              var usages = manifests.get("Certificate", name).texts("/spec/usages");
              assertTrue(usages.contains("client auth"), caller);
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void keys_are_in_the_form_the_services_read(Overlay overlay) {
    overlay
        .manifests()
        .ofKind("Certificate")
        .forEach(c -> assertEquals("PKCS8", c.text("/spec/privateKey/encoding"), c.name()));
  }

  @ParameterizedTest
  @EnumSource
  void nobody_mounts_the_authoritys_key(Overlay overlay) {
    Installed.all(overlay.manifests())
        .forEach(service ->
            assertTrue(
                service.mounts().files().values().stream()
                    .noneMatch(t -> t.name().equals(AUTHORITY) || t.part().equals("ca.key")),
                service.name()));
  }

  @ParameterizedTest
  @EnumSource
  void partners_and_auditors_find_certificates_of_the_names_they_ask_for(Overlay overlay) {
    var manifests = overlay.manifests();
    var root = properties(manifests, "sharing-gateway").get("entente.api-root");
    assertEquals(List.of(URI.create(root).getHost()), hosts(manifests, "partners"));
    assertEquals(
        hosts(manifests, "partners"),
        manifests.get("Certificate", "sharing-gateway-door").texts("/spec/dnsNames"));
    assertTrue(
        manifests
            .get("Certificate", "audit-service")
            .texts("/spec/dnsNames")
            .containsAll(hosts(manifests, "auditors")));
  }

  @ParameterizedTest
  @EnumSource
  void services_are_called_by_names_in_their_certificates(Overlay overlay) {
    var manifests = overlay.manifests();
    for (var name : List.of("indicator-service", "audit-service")) {
      var names = manifests.get("Certificate", name).texts("/spec/dnsNames");
      assertTrue(names.containsAll(List.of(name, name + ".entente.svc")), name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_the_parties_agreed_on_can_be_used(Overlay overlay, @TempDir Path folder) {
    var agreement = Agreed.in(overlay.manifests(), folder);
    assertFalse(agreement.parties().isEmpty());
    assertFalse(agreement.collections().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void all_services_read_the_same_file(Overlay overlay) {
    var manifests = overlay.manifests();
    Installed.all(manifests)
        .forEach(service -> {
          var file = service.properties().getOrDefault("entente.exchange", "none");
          assertEquals(
              new Thing("ConfigMap", Agreed.MAP, Agreed.FILE), service.file(file), service.name());
        });
  }

  private static Map<String, String> properties(Manifests manifests, String service) {
    return new Installed(manifests.get("Deployment", service), manifests).properties();
  }

  private static List<String> hosts(Manifests manifests, String route) {
    Manifest found = manifests.get("TLSRoute", route);
    return found.texts("/spec/hostnames");
  }
}
