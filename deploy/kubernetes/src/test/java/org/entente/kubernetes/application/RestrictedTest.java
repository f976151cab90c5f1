package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The namespace refuses pods that are not restricted, so all that makes pods in it says what that
 * asks for: Pod Security Standards, profile "restricted".
 */
class RestrictedTest {

  private static final List<String> OF_THE_NODE = List.of("hostNetwork", "hostPID", "hostIPC");
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  @ParameterizedTest
  @EnumSource
  void the_namespace_asks_for_it(Overlay overlay) {
    var labels = overlay.manifests().get("Namespace", "entente").at("/metadata/labels");
    assertEquals("restricted", labels.path("pod-security.kubernetes.io/enforce").asText());
  }

  @ParameterizedTest
  @EnumSource
  void all_pods_are_let_in(Overlay overlay) {
    assertEquals(List.of(), faults(overlay.manifests()));
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
        faults(
            Overlay.LOCAL
                .manifests()
                .changed("Keycloak", "identity-provider", k -> k.withObject("/spec").remove("unsupported")));
    assertTrue(faults.stream().anyMatch(f -> f.startsWith("Keycloak identity-provider: ")), faults::toString);
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
    assertEquals(List.of("Deployment audit-service: allowPrivilegeEscalation"), faults(changed));
  }

  private static List<String> faults(Manifests manifests) {
    var faults = new ArrayList<String>();
    PodTemplates.in(manifests)
        .forEach((maker, pod) -> missing(pod).forEach(what -> faults.add(maker + ": " + what)));
    return faults;
  }

  private static List<String> missing(JsonNode pod) {
    var missing = new ArrayList<String>();
    if (!pod.at("/securityContext/runAsNonRoot").asBoolean()) {
      missing.add("runAsNonRoot");
    }
    if (!pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")) {
      missing.add("seccompProfile");
    }
    OF_THE_NODE.stream().filter(pod::has).forEach(missing::add);
    stream(pod.path("volumes"))
        .filter(volume -> volume.propertyStream().noneMatch(p -> VOLUMES.contains(p.getKey())))
        .forEach(volume -> missing.add(volume.path("name").asText()));
    if (pod.path("containers").isEmpty()) {
      missing.add("containers");
    }
    for (var kind : List.of("containers", "initContainers")) {
      stream(pod.path(kind)).forEach(container -> missing.addAll(inContainer(container)));
    }
    return missing;
  }

  private static List<String> inContainer(JsonNode container) {
    var context = container.path("securityContext");
    var missing = new ArrayList<String>();
    if (context.path("allowPrivilegeEscalation").asBoolean(true)) {
      missing.add("allowPrivilegeEscalation");
    }
    if (context.path("privileged").asBoolean(false)) {
      missing.add("privileged");
    }
    if (!context.at("/capabilities/drop").toString().equals("[\"ALL\"]")
        || context.at("/capabilities").has("add")) {
      missing.add("capabilities");
    }
    return missing;
  }
}
