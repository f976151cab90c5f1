package org.entente.kubernetes.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.kubernetes.reference.Existing;
import org.entente.kubernetes.reference.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the services are told: properties they know, files they find, addresses that exist. */
class PropertiesTest {

  private static final Pattern FILE = Pattern.compile("/etc/entente/[A-Za-z0-9./-]+");
  private static final String FOLDER = "entente.revocation.folder";
  private static final Pattern INSIDE = Pattern.compile("//([a-z-]+):([0-9]+)");

  @ParameterizedTest
  @EnumSource
  void every_property_is_one_the_service_reads_when_it_starts(Overlay overlay) throws IOException {
    for (var service : Installed.all(overlay.manifests()).toList()) {
      var known = KnownProperties.of(new Packaged(service.name()));
      var unknown = service.properties().keySet().stream().filter(name -> !known.has(name));
      assertEquals(List.of(), unknown.toList(), service.name());
    }
  }

  @Test
  void misspelt_properties_and_those_fixed_at_build_time_are_seen() throws IOException {
    var known = KnownProperties.of(new Packaged("sharing-gateway"));
    assertTrue(known.has("entente.exchange"));
    assertTrue(known.has("entente.exchange.look-every"));
    assertFalse(known.has("entente.exchange.looks-every"));
    assertTrue(known.has("quarkus.tls.door.reload-period"));
    assertFalse(known.has("quarkus.tls.door.reload-periods"));
    assertFalse(known.has("quarkus.http.ssl.client-auth"));
  }

  @ParameterizedTest
  @EnumSource
  void every_file_named_is_mounted(Overlay overlay) {
    assertEquals(List.of(), missingFiles(overlay.manifests()));
  }

  @Test
  void a_file_that_is_not_mounted_is_seen() {
    var broken =
        Overlay.TWO_PARTY
            .manifests()
            .changed(
                "Deployment",
                "audit-service",
                d -> d.withArray("/spec/template/spec/volumes").forEach(PropertiesTest::forget));
    assertEquals(List.of("audit-service: /etc/entente/log/ed25519.key"), missingFiles(broken));
  }

  private static void forget(JsonNode volume) {
    if (volume.path("name").asText().equals("log-keys")) {
      var secret = (ObjectNode) volume.path("secret");
      secret
          .withArray("items")
          .addObject()
          .put("key", "ml-dsa-44.key")
          .put("path", "ml-dsa-44.key");
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_address_inside_is_a_service_that_exists(Overlay overlay) {
    var manifests = overlay.manifests();
    var existing = Existing.in(manifests);
    var named = Installed.all(manifests).flatMap(service -> matches(INSIDE, service)).toList();
    assertTrue(named.size() > 3, "addresses are found");
    named.stream()
        .map(address -> new Thing("Service", address.group(1), address.group(2)))
        .forEach(service -> assertTrue(existing.contains(service), service.toString()));
  }

  /** Who looks at lists of revoked certificates keeps the good ones where the root is read-only. */
  @ParameterizedTest
  @EnumSource
  void lists_are_kept_in_a_volume_that_a_container_outlives(Overlay overlay) throws IOException {
    for (var service : Installed.all(overlay.manifests()).toList()) {
      if (KnownProperties.of(new Packaged(service.name())).has(FOLDER)) {
        var folder = service.properties().getOrDefault(FOLDER, "none");
        var volume =
            service
                .workload()
                .containers()
                .flatMap(container -> Manifest.stream(container.path("volumeMounts")))
                .filter(mount -> mount.path("mountPath").asText().equals(folder))
                .map(mount -> mount.path("name"))
                .toList();
        assertTrue(
            service
                .workload()
                .volumes()
                .anyMatch(v -> v.has("emptyDir") && volume.equals(List.of(v.path("name")))),
            service.name());
      }
    }
  }

  /** What is read first counts: {@link StartTest} starts services that find their database so. */
  @ParameterizedTest
  @EnumSource
  void an_installation_has_the_last_word_on_each_service(Overlay overlay) {
    Installed.all(overlay.manifests())
        .forEach(service -> {
          var files =
              Stream.of(service.environment("QUARKUS_CONFIG_LOCATIONS").split(",", -1))
                  .map(service::file)
                  .map(file -> file.name().replaceFirst("-[a-z0-9]{10}$", ""))
                  .toList();
          assertEquals(List.of(service.name() + "-installation", service.name()), files);
        });
  }

  private static List<String> missingFiles(Manifests manifests) {
    return Installed.all(manifests)
        .flatMap(service -> {
          var mounted = service.mounts().files().keySet();
          return matches(FILE, service)
              .map(MatchResult::group)
              .filter(file -> !mounted.contains(file))
              .map(file -> service.name() + ": " + file);
        })
        .toList();
  }

  private static Stream<MatchResult> matches(Pattern pattern, Installed service) {
    return service.properties().values().stream()
        .flatMap(value -> pattern.matcher(value).results());
  }
}
