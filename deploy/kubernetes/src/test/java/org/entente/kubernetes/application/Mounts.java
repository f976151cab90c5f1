package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.reference.Existing;
import org.entente.kubernetes.reference.External;
import org.entente.kubernetes.reference.Thing;

/**
 * The files that a workload's container finds.
 *
 * @param files which key of which ConfigMap or Secret each is, by path
 */
record Mounts(Map<String, Thing> files) {

  /** A key of a ConfigMap or Secret, and where it is below its volume. */
  private record File(String path, Thing content) {}

  static Mounts of(Manifest workload, Manifests manifests) {
    var known =
        Stream.concat(Existing.in(manifests).stream(), External.secrets().stream())
            .filter(thing -> !thing.part().isEmpty())
            .collect(Collectors.toSet());
    return new Mounts(
        workload
            .containers()
            .flatMap(container -> stream(container.path("volumeMounts")))
            .flatMap(mount -> mounted(mount, workload, known))
            .collect(Collectors.toUnmodifiableMap(File::path, File::content)));
  }

  private static Stream<File> mounted(JsonNode mount, Manifest workload, Set<Thing> known) {
    return workload
        .volumes()
        .filter(volume -> volume.path("name").equals(mount.path("name")))
        .flatMap(
            volume -> Stream.concat(Stream.of(volume), stream(volume.at("/projected/sources"))))
        .flatMap(source -> files(source, known))
        .map(file -> new File(mount.path("mountPath").asText() + "/" + file.path, file.content));
  }

  private static Stream<File> files(JsonNode source, Set<Thing> known) {
    var map = source.path("configMap");
    var secret = source.path("secret");
    return Stream.concat(
        files(Thing.of("ConfigMap", map.path("name").asText()), map.path("items"), known),
        files(Thing.of("Secret", secret.path("secretName").asText()), secret.path("items"), known));
  }

  /** All keys, or those that are chosen; what does not exist is not there. */
  private static Stream<File> files(Thing object, JsonNode items, Set<Thing> known) {
    var keys = known.stream().filter(key -> Thing.of(key.kind(), key.name()).equals(object));
    return items.isMissingNode()
        ? keys.map(key -> new File(key.part(), key))
        : keys.flatMap(key ->
            stream(items)
                .filter(item -> item.path("key").asText().equals(key.part()))
                .map(item -> new File(item.path("path").asText(), key)));
  }
}
