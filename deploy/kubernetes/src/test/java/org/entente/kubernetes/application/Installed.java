package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.reference.Thing;

/** A service as the manifests start it. */
record Installed(Manifest workload, Manifests manifests) {

  static Stream<Installed> all(Manifests manifests) {
    return manifests.ofKind("Deployment").map(workload -> new Installed(workload, manifests));
  }

  String name() {
    return workload.name();
  }

  Mounts mounts() {
    return Mounts.of(workload, manifests);
  }

  /** What a file is that its container finds. */
  Thing file(String path) {
    return Objects.requireNonNull(mounts().files().get(path), () -> "nothing is at " + path);
  }

  /** All properties of the files it is told to read; of two that say the same, the first counts. */
  Map<String, String> properties() {
    var properties = new TreeMap<String, String>();
    Stream.of(environment("QUARKUS_CONFIG_LOCATIONS").split(",", -1))
        .forEach(path -> {
          var file = file(path);
          var map = manifests.get("ConfigMap", file.name());
          parse(map.at("/data").path(file.part()).asText()).forEach(properties::putIfAbsent);
        });
    return properties;
  }

  String environment(String name) {
    return workload
        .containers()
        .flatMap(container -> stream(container.path("env")))
        .filter(variable -> variable.path("name").asText().equals(name))
        .map(variable -> variable.path("value").asText())
        .findFirst()
        .orElseThrow();
  }

  static Map<String, String> parse(String text) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var all = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }
}
