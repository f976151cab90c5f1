package org.entente.kubernetes.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Manifest;
import org.entente.kubernetes.manifest.Manifests;

/** All who might connect: the pods of an installation, those beside it, and addresses outside. */
record World(List<Peer> all) {

  private static final List<Peer> OUTSIDE =
      List.of(
          Peer.outside("kr identity provider", "192.0.2.10"),
          Peer.outside("kr witness", "192.0.2.20"),
          Peer.outside("kr time stamps", "192.0.2.30"),
          Peer.outside("eu identity provider", "198.51.100.10"),
          Peer.outside("eu witness", "198.51.100.20"),
          Peer.outside("eu time stamps", "198.51.100.30"),
          Peer.outside("kr revocation lists", "192.0.2.50"),
          Peer.outside("eu revocation lists", "198.51.100.50"),
          Peer.outside("object storage", "203.0.113.40"),
          Peer.outside("API server", "203.0.113.1"),
          Peer.outside("names on the node", "169.254.20.10"),
          Peer.outside("what a cloud tells a node", "169.254.169.254"),
          Peer.outside("neighbour of an identity provider", "192.0.2.11"),
          Peer.outside("somebody on the internet", "8.8.8.8"));

  private static final Map<String, String> ENTRANCE =
      Map.of(
          "gateway.envoyproxy.io/owning-gateway-namespace",
          Peer.HERE,
          "gateway.envoyproxy.io/owning-gateway-name",
          "entrance");

  private static final Map<String, String> PROMETHEUS =
      Map.of("app.kubernetes.io/name", "prometheus");
  private static final Map<String, String> COLLECTOR =
      Map.of("app.kubernetes.io/name", "opentelemetry-collector");
  private static final Map<String, String> OPERATOR =
      Map.of("app.kubernetes.io/name", "cloudnative-pg");
  private static final Map<String, String> GATEWAY =
      Map.of("app.kubernetes.io/name", "sharing-gateway");

  private static final List<Peer> BESIDE =
      List.of(
          pod("entrance", "envoy-gateway-system", ENTRANCE),
          pod("prometheus", "monitoring", PROMETHEUS),
          pod("database operator", "cnpg-system", OPERATOR),
          pod("names", "kube-system", Map.of("k8s-app", "kube-dns")),
          pod("another entrance", "envoy-gateway-system", Map.of("app", "envoy")),
          pod("entrance to elsewhere", "default", ENTRANCE),
          pod("somebody called prometheus", "default", PROMETHEUS),
          pod("somebody called gateway", "default", GATEWAY),
          pod("traces", "monitoring", COLLECTOR),
          pod("grafana", "monitoring", Map.of("app.kubernetes.io/name", "grafana")),
          pod("somebody here", Peer.HERE, Map.of("app", "shell")));

  static World of(Manifests manifests) {
    var here =
        Stream.of("Deployment", "CronJob", "Cluster", "Keycloak", "KeycloakRealmImport")
            .flatMap(manifests::ofKind)
            .map(World::pod)
            .distinct();
    return new World(Stream.of(here, BESIDE.stream(), OUTSIDE.stream()).flatMap(p -> p).toList());
  }

  /** Pods of the namespace. */
  Stream<Peer> here() {
    return all.stream().filter(Peer::isHere);
  }

  /** Operators label their pods as their documentation says. */
  private static Peer pod(Manifest owner) {
    return switch (owner.kind()) {
      case "Deployment", "CronJob" -> {
        var labels = owner.podLabels();
        yield pod(labels.getOrDefault("app.kubernetes.io/name", ""), Peer.HERE, labels);
      }
      case "Cluster" ->
          pod(
              owner.name(),
              Peer.HERE,
              Map.of("cnpg.io/cluster", owner.name(), "cnpg.io/podRole", "instance"));
      case "Keycloak" -> pod(owner.name(), Peer.HERE, keycloak(owner.name(), "keycloak"));
      default ->
          pod(
              "realm import",
              Peer.HERE,
              keycloak(owner.text("/spec/keycloakCRName"), "keycloak-realm-import"));
    };
  }

  private static Map<String, String> keycloak(String instance, String app) {
    var labels = new HashMap<String, String>();
    labels.put("app", app);
    labels.put("app.kubernetes.io/managed-by", "keycloak-operator");
    labels.put("app.kubernetes.io/instance", instance);
    return labels;
  }

  private static Peer pod(String name, String namespace, Map<String, String> labels) {
    return new Peer(name, namespace, labels, "10.0.0.1");
  }
}
