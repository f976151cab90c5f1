package org.entente.kubernetes.reference;

import static org.entente.kubernetes.manifest.Manifest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;

/** What an object names and cannot do without. */
final class Named {

  private static final String SECRET = "Secret";
  private static final String CONFIG_MAP = "ConfigMap";

  static Stream<Thing> by(Manifest manifest) {
    return switch (manifest.kind()) {
      case "Deployment", "CronJob" -> PodNames.in(manifest);
      case "HorizontalPodAutoscaler" ->
          Stream.of(
              Thing.of(
                  manifest.text("/spec/scaleTargetRef/kind"),
                  manifest.text("/spec/scaleTargetRef/name")));
      case "Issuer" -> secret(manifest.at("/spec/ca"), "secretName", "tls.key");
      case "Certificate" ->
          Stream.of(
              Thing.of(
                  manifest.text("/spec/issuerRef/kind"), manifest.text("/spec/issuerRef/name")));
      case "Cluster" ->
          Stream.concat(
                  manifest.all("/spec/plugins"),
                  manifest.all("/spec/externalClusters").map(archive -> archive.path("plugin")))
              .map(Named::store);
      case "ScheduledBackup" -> Stream.of(Thing.of("Cluster", manifest.text("/spec/cluster/name")));
      case "ObjectStore" ->
          stream(manifest.at("/spec/configuration/s3Credentials")).map(Named::key);
      case "Keycloak" -> keycloak(manifest);
      case "KeycloakRealmImport" ->
          Stream.of(Thing.of("Keycloak", manifest.text("/spec/keycloakCRName")));
      default -> entrance(manifest);
    };
  }

  private static Stream<Thing> entrance(Manifest manifest) {
    return switch (manifest.kind()) {
      case "Gateway" ->
          Stream.of(
              Thing.of(
                  manifest.text("/spec/infrastructure/parametersRef/kind"),
                  manifest.text("/spec/infrastructure/parametersRef/name")));
      case "ClientTrafficPolicy", "BackendTrafficPolicy" ->
          manifest
              .all("/spec/targetRefs")
              .map(ref -> Thing.of(text(ref, "kind"), text(ref, "name")));
      case "TLSRoute" -> Stream.concat(gateways(manifest), backends(manifest));
      default -> Stream.of();
    };
  }

  private static Stream<Thing> gateways(Manifest route) {
    return route
        .all("/spec/parentRefs")
        .map(ref -> new Thing("Gateway", text(ref, "name"), text(ref, "sectionName")));
  }

  private static Stream<Thing> backends(Manifest route) {
    return route
        .all("/spec/rules")
        .flatMap(rule -> stream(rule.path("backendRefs")))
        .map(ref -> new Thing("Service", text(ref, "name"), text(ref, "port")));
  }

  private static Thing store(JsonNode plugin) {
    return Thing.of("ObjectStore", plugin.at("/parameters/barmanObjectName").asText());
  }

  private static Stream<Thing> keycloak(Manifest keycloak) {
    var own =
        Stream.of(
            key(keycloak.at("/spec/db/usernameSecret")),
            key(keycloak.at("/spec/db/passwordSecret")),
            new Thing(SECRET, keycloak.text("/spec/http/tlsSecret"), "tls.key"));
    var trusted =
        stream(keycloak.at("/spec/truststores"))
            .map(store ->
                store.has("secret")
                    ? Thing.of(SECRET, store.at("/secret/name").asText())
                    : Thing.of(CONFIG_MAP, store.at("/configMap/name").asText()));
    return Stream.concat(own, trusted);
  }

  private static Stream<Thing> secret(JsonNode holder, String field, String key) {
    return holder.isMissingNode()
        ? Stream.of()
        : Stream.of(new Thing(SECRET, text(holder, field), key));
  }

  private static Thing key(JsonNode ref) {
    return new Thing(SECRET, text(ref, "name"), text(ref, "key"));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private Named() {}
}
