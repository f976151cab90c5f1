package org.entente.kubernetes.application;

import static org.entente.kubernetes.manifest.Manifest.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.entente.kubernetes.manifest.Overlay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The workloads fit the applications, run with no more rights than they need, and are enough. */
class WorkloadsTest {

  /** Kept by PostgreSQL for its superuser, replication and the operator. */
  private static final int RESERVED_CONNECTIONS = 20;

  /** What Envoy opens for a route to what is behind it, if nobody says otherwise. */
  private static final int CONNECTIONS_BEHIND = 1024;

  private static final Map<String, String> DATABASES =
      Map.of("indicator-service", "indicators-database", "audit-service", "audit-database");

  @ParameterizedTest
  @EnumSource
  void images_are_of_this_version(Overlay overlay) {
    Installed.all(overlay.manifests())
        .forEach(service -> {
          var image = container(service).path("image").asText();
          assertTrue(image.endsWith("/" + service.name() + ":" + Packaged.version()), image);
        });
  }

  @ParameterizedTest
  @EnumSource
  void ports_are_those_the_applications_listen_on(Overlay overlay) {
    Installed.all(overlay.manifests())
        .forEach(service -> {
          var own = new Packaged(service.name()).properties();
          var ports = stream(container(service).path("ports"));
          assertEquals(
              List.of(
                  "https " + own.get("quarkus.http.ssl-port"),
                  "management " + own.get("quarkus.management.port")),
              ports.map(p -> p.path("name").asText() + " " + p.path("containerPort")).toList());
          var told = service.properties();
          assertEquals("0.0.0.0", told.get("quarkus.management.host"), "probes come from outside");
          assertEquals(
              "0.0.0.0",
              told.getOrDefault("quarkus.http.host", own.get("quarkus.http.host")),
              "requests come from outside");
        });
  }

  @ParameterizedTest
  @EnumSource
  void probes_and_resources_are_there(Overlay overlay) {
    Installed.all(overlay.manifests())
        .forEach(service -> {
          var container = container(service);
          for (var probe :
              Map.of("startup", "started", "liveness", "live", "readiness", "ready").entrySet()) {
            var request = container.path(probe.getKey() + "Probe").path("httpGet");
            assertEquals("/q/health/" + probe.getValue(), request.path("path").asText());
            assertEquals("management", request.path("port").asText());
          }
          for (var resource : List.of("cpu", "memory")) {
            assertTrue(container.at("/resources/requests").has(resource));
            assertTrue(container.at("/resources/limits").has(resource));
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void two_of_each_run(Overlay overlay) {
    Installed.all(overlay.manifests())
        .forEach(service -> assertTrue(fewest(service) >= 2, service.name()));
  }

  @ParameterizedTest
  @EnumSource
  void the_entrance_is_two_that_are_counted_and_takes_so_many_connections(Overlay overlay) {
    var entrance = overlay.manifests().get("EnvoyProxy", "entrance");
    var pods = entrance.at("/spec/provider/kubernetes");
    assertTrue(pods.at("/envoyDeployment/replicas").asInt() >= 2);
    assertEquals(1, pods.at("/envoyPDB/minAvailable").asInt());
    var limit = overlay.manifests().get("ClientTrafficPolicy", "entrance");
    var most = limit.at("/spec/connection/connectionLimit/value").asInt();
    assertTrue(most > 0 && most <= CONNECTIONS_BEHIND, "no more can be passed on");
  }

  /** One of both alone would end every connection. */
  @ParameterizedTest
  @EnumSource
  void the_entrance_says_from_where_a_client_comes_and_the_gateway_expects_it(Overlay overlay) {
    var manifests = overlay.manifests();
    var said = manifests.get("BackendTrafficPolicy", "partners");
    assertEquals("V2", said.at("/spec/proxyProtocol/version").asText());
    assertEquals("partners", said.at("/spec/targetRefs/0/name").asText());
    var told = new Installed(manifests.get("Deployment", "sharing-gateway"), manifests);
    assertEquals("true", told.properties().get("quarkus.http.proxy.use-proxy-protocol"));
  }

  @ParameterizedTest
  @EnumSource
  void of_each_one_may_go_and_is_replaced_first(Overlay overlay) {
    for (var name : List.of("sharing-gateway", "indicator-service", "audit-service")) {
      var budget = overlay.manifests().get("PodDisruptionBudget", name);
      assertEquals(1, budget.at("/spec/maxUnavailable").asInt());
      assertEquals("AlwaysAllow", budget.at("/spec/unhealthyPodEvictionPolicy").asText());
      var update = overlay.manifests().get("Deployment", name).at("/spec/strategy/rollingUpdate");
      assertEquals(0, update.path("maxUnavailable").asInt(9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nodes_that_take_no_pods_do_not_keep_replicas_from_being_spread(Overlay overlay) {
    Installed.all(overlay.manifests())
        .flatMap(
            service -> stream(service.workload().template().at("/spec/topologySpreadConstraints")))
        .forEach(spread -> assertEquals("Honor", spread.path("nodeTaintsPolicy").asText()));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SINGLE_PARTY"})
  void of_the_identity_provider_one_may_go(Overlay overlay) {
    var budget = overlay.manifests().get("PodDisruptionBudget", "identity-provider");
    assertEquals(1, budget.at("/spec/maxUnavailable").asInt());
  }

  /** Or a metric's own "service" is put aside for the one that is scraped. */
  @ParameterizedTest
  @EnumSource
  void labels_of_metrics_are_kept_as_they_are(Overlay overlay) {
    overlay
        .manifests()
        .get("ServiceMonitor", "services")
        .all("/spec/endpoints")
        .forEach(endpoint -> assertTrue(endpoint.path("honorLabels").asBoolean()));
  }

  /** Known to the other replica under the address of its pod, at the port it listens on. */
  @ParameterizedTest
  @EnumSource
  void a_log_that_leads_is_reached_by_the_one_that_stands_by(Overlay overlay) {
    var log = overlay.manifests().get("Deployment", "audit-service");
    assertEquals(2, log.at("/spec/replicas").asInt());
    var service = new Installed(log, overlay.manifests());
    var port = new Packaged("audit-service").properties().get("quarkus.http.ssl-port");
    assertEquals("${POD_IP}:" + port, service.properties().get("entente.log.address"));
    var variable =
        stream(container(service).path("env"))
            .filter(v -> v.path("name").asText().equals("POD_IP"))
            .findFirst()
            .orElseThrow();
    assertEquals("status.podIP", variable.at("/valueFrom/fieldRef/fieldPath").asText());
  }

  @ParameterizedTest
  @EnumSource
  void the_databases_have_room_for_the_connections_of_all_replicas(Overlay overlay) {
    var manifests = overlay.manifests();
    DATABASES.forEach((name, database) -> {
      var service = new Installed(manifests.get("Deployment", name), manifests);
      var pool = new Packaged(name).properties().get("quarkus.datasource.jdbc.max-size");
      // While a new version replaces the old one there are more.
      var surge = service.workload().at("/spec/strategy/rollingUpdate/maxSurge").asInt();
      var needed = Integer.parseInt(pool) * (most(service) + surge) + RESERVED_CONNECTIONS;
      var room =
          manifests
              .get("Cluster", database)
              .at("/spec/postgresql/parameters/max_connections")
              .asInt();
      assertTrue(room >= needed, name + " may need " + needed + " connections");
    });
  }

  private static int fewest(Installed service) {
    return scaling(service, "/spec/minReplicas");
  }

  private static int most(Installed service) {
    return scaling(service, "/spec/maxReplicas");
  }

  /** What the autoscaler says, or the number that is fixed; never both. */
  private static int scaling(Installed service, String pointer) {
    var fixed = service.workload().at("/spec/replicas");
    var scaler = service.manifests().find("HorizontalPodAutoscaler", service.name());
    assertEquals(scaler.isPresent(), fixed.isMissingNode(), service.name());
    return scaler.map(s -> s.at(pointer)).orElse(fixed).asInt();
  }

  private static JsonNode container(Installed service) {
    return service.workload().containers().findFirst().orElseThrow();
  }
}
