package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The namespace refuses pods that are not restricted, so all that makes pods in it says what that
 * asks for: Pod Security Standards, profile "restricted".
 */
class RestrictedTest {

  @ParameterizedTest
  @EnumSource
  void the_namespace_asks_for_it(Overlay overlay) {
    var labels = overlay.manifests().get("Namespace", "entente").at("/metadata/labels");
    assertEquals("restricted", labels.path("pod-security.kubernetes.io/enforce").asText());
  }

  @ParameterizedTest
  @EnumSource
  void all_pods_are_let_in(Overlay overlay) {
    assertEquals(List.of(), Restricted.faults(overlay.manifests()));
  }

  @ParameterizedTest
  @EnumSource
  void ours_have_no_token_and_write_nowhere_but_in_volumes(Overlay overlay) {
    PodTemplates.in(overlay.manifests())
        .forEach((maker, pod) -> {
          if (!maker.startsWith("Keycloak ")) {
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), maker);
            stream(pod.path("containers"))
                .map(container -> container.at("/securityContext/readOnlyRootFilesystem"))
                .forEach(only -> assertTrue(only.asBoolean(), maker));
          }
        });
  }

  @Test
  void a_template_that_says_nothing_is_seen() {
    var faults =
        Restricted.faults(
            Overlay.LOCAL
                .manifests()
                .changed(
                    "Keycloak",
                    "identity-provider",
                    k -> k.withObject("/spec").remove("unsupported")));
    assertTrue(
        faults.stream().anyMatch(f -> f.startsWith("Keycloak identity-provider: ")),
        faults::toString);
  }

  @Test
  void a_right_that_is_kept_is_seen() {
    var changed =
        Overlay.TWO_PARTY
            .manifests()
            .changed(
                "Deployment",
                "audit-service",
                d ->
                    ((ObjectNode) d.at("/spec/template/spec/containers/0/securityContext"))
                        .put("allowPrivilegeEscalation", true));
    assertEquals(
        List.of("Deployment audit-service: allowPrivilegeEscalation"), Restricted.faults(changed));
  }
}
