package org.entente.kubernetes.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every manifest says only what its kind knows. */
class StrictReadingTest {

  private final StrictReader reader = new StrictReader();

  @ParameterizedTest
  @EnumSource
  void every_object_is_of_a_known_kind_and_has_known_fields(Overlay overlay) {
    assertEquals(List.of(), reader.faults(overlay.manifests()));
  }

  @Test
  void a_misspelt_field_is_seen() {
    assertFault(
        "Deployment", "sharing-gateway", d -> spec(d).put("replica", 2), "spec.replica: Unrecog");
  }

  @Test
  void a_misspelt_field_deep_inside_is_seen() {
    assertFault(
        "Deployment",
        "sharing-gateway",
        d -> ((ObjectNode) d.at("/spec/template/spec/containers/0")).put("readinesProbe", "x"),
        "spec.template.spec.containers.[0].readinesProbe: Unrecog");
  }

  @Test
  void a_value_of_another_type_is_seen() {
    assertFault(
        "Deployment", "audit-service", d -> spec(d).put("replicas", "two"), "spec.replicas: ");
  }

  @Test
  void a_number_where_a_text_must_be_is_seen() {
    assertFault(
        "Deployment",
        "audit-service",
        d -> ((ObjectNode) d.at("/spec/template/spec/containers/0/env/1")).put("value", 8443),
        "spec.template.spec.containers.[0].env.[1].value: ");
  }

  @Test
  void a_text_where_a_number_must_be_is_seen() {
    assertFault(
        "Deployment", "audit-service", d -> spec(d).put("replicas", "2"), "spec.replicas: ");
  }

  @Test
  void a_misspelt_field_of_an_operators_resource_is_seen() {
    assertFault("Cluster", "audit-database", c -> spec(c).put("instance", 3), "instance");
  }

  @Test
  void a_value_an_operator_does_not_know_is_seen() {
    assertFault(
        "Certificate",
        "audit-service",
        c -> ((ObjectNode) c.at("/spec/privateKey")).put("encoding", "PKCS7"),
        "encoding");
  }

  @Test
  void a_resource_nobody_knows_is_seen() {
    assertFault(
        "Issuer", "exchange", i -> i.put("apiVersion", "cert-manager.io/v9"), "nobody knows");
  }

  private void assertFault(String kind, String name, Consumer<ObjectNode> mistake, String said) {
    var faults = reader.faults(Overlay.TWO_PARTY.manifests().changed(kind, name, mistake));
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.getFirst().contains(said), faults.getFirst());
  }

  private static ObjectNode spec(ObjectNode manifest) {
    return (ObjectNode) manifest.at("/spec");
  }
}
