package org.entente.kubernetes.reference;

import static org.entente.kubernetes.manifest.Manifest.stream;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;

/** What there will be: objects, their parts, and what operators make of them. */
public final class Existing {

  private static final String SECRET = "Secret";

  /** All of it. */
  public static Set<Thing> in(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(manifest -> Stream.concat(itself(manifest), Existing.madeOf(manifest)))
        .collect(Collectors.toSet());
  }

  private static Stream<Thing> itself(Manifest manifest) {
    var parts =
        switch (manifest.kind()) {
          case "ConfigMap", SECRET -> manifest.at("/data").propertyStream().map(e -> e.getKey());
          case "Service" -> manifest.all("/spec/ports").map(port -> port.path("port").asText());
          case "Gateway" -> manifest.all("/spec/listeners").map(l -> l.path("name").asText());
          case "Deployment" ->
              manifest
                  .containers()
                  .flatMap(container -> stream(container.path("ports")))
                  .map(port -> port.path("name").asText());
          default -> Stream.<String>of();
        };
    return parts(manifest.kind(), manifest.name(), Stream.concat(Stream.of(""), parts));
  }

  /** cert-manager, CloudNativePG and Keycloak's operator, by their documentation. */
  private static Stream<Thing> madeOf(Manifest manifest) {
    var name = manifest.name();
    return switch (manifest.kind()) {
      case "Certificate" ->
          parts(
              SECRET,
              manifest.text("/spec/secretName"),
              Stream.of("", "tls.crt", "tls.key", "ca.crt"));
      case "Cluster" ->
          Stream.of(
                  parts(SECRET, name + "-app", Stream.of("", "username", "password")),
                  parts(SECRET, name + "-ca", Stream.of("", "ca.crt", "ca.key")),
                  parts("Service", name + "-rw", Stream.of("", "5432")))
              .flatMap(made -> made);
      case "Keycloak" -> parts("Service", name + "-service", Stream.of("", "8443", "9000"));
      default -> Stream.of();
    };
  }

  private static Stream<Thing> parts(String kind, String name, Stream<String> parts) {
    return parts.map(part -> new Thing(kind, name, part));
  }

  private Existing() {}
}
