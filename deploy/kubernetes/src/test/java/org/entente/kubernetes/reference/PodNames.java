package org.entente.kubernetes.reference;

import static org.entente.kubernetes.manifest.Manifest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;

/** What the pods of a workload name. */
final class PodNames {

  private static final List<String> PORT_USERS =
      List.of("/startupProbe/httpGet", "/livenessProbe/httpGet", "/readinessProbe/httpGet");

  static Stream<Thing> in(Manifest workload) {
    return Stream.of(
            Stream.of(
                Thing.of(
                    "ServiceAccount", workload.template().at("/spec/serviceAccountName").asText())),
            workload.volumes().flatMap(PodNames::volume),
            workload.containers().flatMap(PodNames::environment),
            workload.containers().flatMap(container -> probes(workload, container)))
        .flatMap(named -> named);
  }

  private static Stream<Thing> environment(JsonNode container) {
    return stream(container.path("env"))
        .map(variable -> variable.at("/valueFrom/secretKeyRef"))
        .filter(reference -> !reference.isMissingNode())
        .map(ref -> new Thing("Secret", ref.path("name").asText(), ref.path("key").asText()));
  }

  private static Stream<Thing> probes(Manifest workload, JsonNode container) {
    return PORT_USERS.stream()
        .filter(probe -> !container.at(probe).isMissingNode())
        .map(probe -> container.at(probe).path("port").asText())
        .map(port -> new Thing("Deployment", workload.name(), port));
  }

  private static Stream<Thing> volume(JsonNode volume) {
    return Stream.concat(Stream.of(volume), stream(volume.at("/projected/sources")))
        .flatMap(source ->
            Stream.concat(
                source("ConfigMap", source.path("configMap"), "name"),
                source("Secret", source.path("secret"), "secretName")));
  }

  private static Stream<Thing> source(String kind, JsonNode source, String field) {
    if (source.isMissingNode()) {
      return Stream.of();
    }
    var name = source.path(field).asText();
    return Stream.concat(
        Stream.of(Thing.of(kind, name)),
        stream(source.path("items")).map(item -> new Thing(kind, name, item.path("key").asText())));
  }

  private PodNames() {}
}
