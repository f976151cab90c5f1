package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.kubernetes.manifest.Manifests;

/**
 * Pod Security Standards, profile "restricted": what a pod does not say, and would be refused for.
 */
final class Restricted {

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

  /** By what makes the pods. */
  static List<String> faults(Manifests manifests) {
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

  private Restricted() {}
}
