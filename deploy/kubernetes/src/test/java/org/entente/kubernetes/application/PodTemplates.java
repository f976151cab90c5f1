package org.entente.kubernetes.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.kubernetes.manifest.Manifests;

/** What pods of this namespace are made of, wherever it stands. */
final class PodTemplates {

  /**
   * CloudNativePG's pods are made by its operator, which makes them restricted; imports of realms
   * are made of Keycloak's template; the entrance's pods are in another namespace.
   */
  private static final Set<String> MAKERS =
      Set.of("Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Keycloak");

  /** By what makes them; one that is missing is a missing node. */
  static Map<String, JsonNode> in(Manifests manifests) {
    var templates = new TreeMap<String, JsonNode>();
    manifests.all().stream()
        .filter(manifest -> MAKERS.contains(manifest.kind()))
        .forEach(maker -> templates.put(maker.toString(), maker.template().path("spec")));
    return templates;
  }

  private PodTemplates() {}
}
