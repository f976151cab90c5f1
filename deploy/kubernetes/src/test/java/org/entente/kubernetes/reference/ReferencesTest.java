package org.entente.kubernetes.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is named exists, or the README says who makes it. */
class ReferencesTest {

  @ParameterizedTest
  @EnumSource
  void nothing_dangles(Overlay overlay) {
    assertEquals(List.of(), faults(overlay.manifests()));
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_there_twice(Overlay overlay) {
    var all = overlay.manifests().all().stream().map(Object::toString).toList();
    assertEquals(all.stream().distinct().toList(), all);
  }

  @ParameterizedTest
  @EnumSource
  void no_secret_stands_in_a_manifest(Overlay overlay) {
    assertEquals(List.of(), overlay.manifests().ofKind("Secret").toList());
    // Of a key in PEM, and of one in the form of signed notes.
    for (var sign : List.of("PRIVATE KEY", "PRIVATE+KEY")) {
      assertFalse(overlay.rendered().contains(sign), sign);
    }
  }

  @ParameterizedTest
  @EnumSource
  void workloads_select_and_spread_their_own_pods(Overlay overlay) {
    overlay
        .manifests()
        .ofKind("Deployment")
        .forEach(workload -> {
          assertTrue(Selection.selectsItself(workload, workload.at("/spec/selector")));
          workload
              .all("/spec/template/spec/topologySpreadConstraints")
              .map(constraint -> constraint.path("labelSelector"))
              .forEach(
                  own -> assertTrue(Selection.selectsItself(workload, own), workload.toString()));
        });
  }

  @Test
  void the_readme_lists_no_secret_that_nobody_needs() {
    var needed = External.names(External.ofOverlays());
    var listed = External.names(External.secrets().stream());
    assertTrue(needed.containsAll(listed), listed + " but needed are " + needed);
    assertTrue(listed.size() > 2, "the table is found");
  }

  @Test
  void a_secret_that_nobody_makes_is_seen() {
    assertSeen(
        "Secret exchange-ca",
        two().changed("Certificate", "exchange-ca", c -> spec(c).put("secretName", "other")));
  }

  @Test
  void a_key_that_a_map_lacks_is_seen() {
    assertSeen(
        "ConfigMap exchange none.crt",
        two()
            .changed(
                "Deployment",
                "audit-service",
                d -> d.withArray("/spec/template/spec/volumes").forEach(ReferencesTest::choose)));
  }

  private static void choose(JsonNode volume) {
    if (volume.path("name").asText().equals("exchange")) {
      var map = (ObjectNode) volume.path("configMap");
      map.withArray("items").addObject().put("key", "none.crt").put("path", "none.crt");
    }
  }

  @Test
  void a_route_to_a_port_nobody_listens_on_is_seen() {
    assertSeen(
        "Service audit-service 8445",
        two()
            .changed(
                "Service",
                "audit-service",
                s -> ((ObjectNode) s.at("/spec/ports/0")).put("port", 1)));
  }

  @Test
  void a_service_for_nobody_is_seen() {
    assertSeen(
        "selects nothing",
        two()
            .changed(
                "Service",
                "audit-service",
                s -> ((ObjectNode) s.at("/spec/selector")).put("app.kubernetes.io/name", "audit")));
  }

  @Test
  void a_probe_of_no_port_is_seen() {
    assertSeen(
        "Deployment audit-service management",
        two()
            .changed(
                "Deployment",
                "audit-service",
                d ->
                    ((ObjectNode) d.at("/spec/template/spec/containers/0/ports/1"))
                        .put("name", "health")));
  }

  private static Manifests two() {
    return Overlay.TWO_PARTY.manifests();
  }

  private static ObjectNode spec(ObjectNode manifest) {
    return manifest.withObject("/spec");
  }

  private static void assertSeen(String fault, Manifests manifests) {
    var faults = faults(manifests);
    assertTrue(faults.stream().anyMatch(said -> said.contains(fault)), faults.toString());
  }

  static List<String> faults(Manifests manifests) {
    var existing = Existing.in(manifests);
    var external = External.secrets();
    var dangling =
        manifests.all().stream()
            .flatMap(manifest ->
                Named.by(manifest)
                    .filter(thing -> !existing.contains(thing) && !external.contains(thing))
                    .map(thing -> manifest + " names " + thing + ", which nobody makes"));
    return Stream.concat(dangling, Selection.faults(manifests)).toList();
  }
}
