package org.entente.kubernetes.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;

/** Whether those that select others select anything, and name its ports rightly. */
final class Selection {

  static Stream<String> faults(Manifests manifests) {
    return Stream.concat(
        manifests.ofKind("Service").flatMap(service -> service(service, manifests)),
        Stream.concat(
            manifests
                .ofKind("PodDisruptionBudget")
                .filter(budget -> pods(budget, "/spec/selector/matchLabels", manifests).isEmpty())
                .filter(budget -> !keycloak(budget, manifests))
                .map(budget -> budget + " selects nothing"),
            manifests
                .ofKind("ServiceMonitor")
                .filter(monitor -> !watches(monitor, manifests))
                .map(monitor -> monitor + " watches nothing")));
  }

  private static Stream<String> service(Manifest service, Manifests manifests) {
    var pods = pods(service, "/spec/selector", manifests);
    if (pods.isEmpty()) {
      return Stream.of(service + " selects nothing");
    }
    var ports = Existing.in(new Manifests(pods.stream().toList()));
    return service
        .all("/spec/ports")
        .map(port -> port.path("targetPort").asText())
        .filter(port -> !ports.contains(new Thing("Deployment", pods.get().name(), port)))
        .map(port -> service + ": its pods have no port " + port);
  }

  private static Optional<Manifest> pods(Manifest selecting, String pointer, Manifests manifests) {
    var wanted = Manifest.map(selecting.at(pointer));
    return manifests
        .ofKind("Deployment")
        .filter(pods -> !wanted.isEmpty() && has(pods.podLabels(), wanted))
        .findFirst();
  }

  /** By the labels that its operator gives. */
  private static boolean keycloak(Manifest selecting, Manifests manifests) {
    var wanted = Manifest.map(selecting.at("/spec/selector/matchLabels"));
    return manifests
        .ofKind("Keycloak")
        .map(Manifest::name)
        .map(name -> Map.of("app", "keycloak", "app.kubernetes.io/instance", name))
        .anyMatch(wanted::equals);
  }

  private static boolean watches(Manifest monitor, Manifests manifests) {
    var wanted = Manifest.map(monitor.at("/spec/selector/matchLabels"));
    return manifests
        .ofKind("Service")
        .filter(service -> has(Manifest.map(service.at("/metadata/labels")), wanted))
        .flatMap(service -> service.all("/spec/ports"))
        .map(port -> port.path("name"))
        .anyMatch(monitor.all("/spec/endpoints").map(e -> e.path("port")).toList()::contains);
  }

  private static boolean has(Map<String, String> labels, Map<String, String> wanted) {
    return labels.entrySet().containsAll(wanted.entrySet());
  }

  static boolean selectsItself(Manifest workload, JsonNode selector) {
    return has(workload.podLabels(), Manifest.map(selector.path("matchLabels")));
  }

  private Selection() {}
}
