package org.entente.kubernetes.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Kustomize;
import org.entente.kubernetes.manifest.Manifests;
import org.entente.kubernetes.manifest.Overlay;
import org.entente.kubernetes.manifest.StrictReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network allows the arrows of the table, and not one more. */
class ArrowsTest {

  /** Ports that nobody here means; those that policies or the table name are tried besides. */
  private static final String OTHERS = "22 443/UDP 8080 9999";

  private static final int DNS = 53;

  private final StrictReader reader = new StrictReader();

  @ParameterizedTest
  @EnumSource
  void exactly_the_arrows_of_the_table_are_allowed(Overlay overlay) {
    var manifests = overlay.manifests();
    assertEquals(lines(Arrow.wanted(overlay, World.of(manifests))), lines(allowed(manifests)));
  }

  @Test
  void traces_go_to_their_collector_and_nowhere_else() throws IOException {
    var component = Overlay.FOLDER.resolve("components/traces");
    var manifests =
        Overlay.TWO_PARTY.manifests().with(Files.readString(component.resolve("network.yaml")));
    var world = World.of(manifests);
    var wanted = Arrow.wanted(Overlay.TWO_PARTY, world);
    wanted.addAll(Arrow.with("traces", world));
    assertEquals(lines(wanted), lines(allowed(manifests)));
  }

  /** It restores before any of it is ready, so it must be let out from the start. */
  @Test
  void a_recovered_database_may_what_the_old_one_might_and_that_only_asks_for_names()
      throws IOException, InterruptedException {
    assumeTrue(Kustomize.isInstalled(), "kubectl is not installed: the example is not rendered");
    var folder = Overlay.FOLDER.resolve("src/test/kustomize/recovery");
    var manifests = Manifests.parse(Kustomize.render(folder));
    var wanted =
        Arrow.wanted(Overlay.TWO_PARTY, World.of(manifests)).stream()
            .map(arrow -> arrow.port().number() == DNS ? arrow : recovered(arrow))
            .collect(Collectors.toSet());
    assertEquals(lines(wanted), lines(allowed(manifests)));
  }

  private static Arrow recovered(Arrow arrow) {
    UnaryOperator<String> renamed =
        name -> name.equals("audit-database") ? "audit-database-2" : name;
    return new Arrow(renamed.apply(arrow.from()), renamed.apply(arrow.to()), arrow.port());
  }

  @Test
  void one_arrow_too_many_is_seen() {
    var more =
        Overlay.TWO_PARTY
            .manifests()
            .with(
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: convenient
                  namespace: entente
                spec:
                  podSelector:
                    matchLabels:
                      cnpg.io/cluster: audit-database
                  policyTypes: [Ingress]
                  ingress:
                    - from:
                        - podSelector: {}
                      ports:
                        - port: 5432
                """);
    var extra = allowed(more);
    extra.removeAll(Arrow.wanted(Overlay.TWO_PARTY, World.of(more)));
    // The others are held back by their own side.
    assertEquals(Set.of(), extra, "nobody's own policy lets it go there");
    extra = allowed(more.with(EVERYWHERE));
    extra.removeAll(Arrow.wanted(Overlay.TWO_PARTY, World.of(more)));
    assertTrue(
        extra.contains(new Arrow("indicator-service", "audit-database", new Port(5432, "TCP"))));
  }

  @Test
  void a_port_that_nobody_thought_of_is_tried() {
    var more =
        Overlay.TWO_PARTY
            .manifests()
            .with(
                EVERYWHERE
                    .replace("even-more-convenient", "debugging")
                    .replace("- {}", "- ports: [{port: 5005}]"))
            .with(
                EVERYWHERE
                    .replace("even-more-convenient", "debugged")
                    .replace("Egress", "Ingress")
                    .replace("egress", "ingress")
                    .replace("- {}", "- ports: [{port: 5005}]"));
    assertTrue(
        allowed(more)
            .contains(new Arrow("indicator-service", "audit-database", new Port(5005, "TCP"))));
  }

  @Test
  void an_arrow_too_few_is_seen() {
    var fewer =
        Overlay.TWO_PARTY
            .manifests()
            .changed(
                "NetworkPolicy",
                "indicator-service",
                policy -> policy.withObject("/spec").remove("egress"));
    var missing = Arrow.wanted(Overlay.TWO_PARTY, World.of(fewer));
    missing.removeAll(allowed(fewer));
    assertTrue(
        missing.contains(new Arrow("indicator-service", "audit-service", new Port(8445, "TCP"))));
  }

  private static final String EVERYWHERE =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: even-more-convenient
        namespace: entente
      spec:
        podSelector: {}
        policyTypes: [Egress]
        egress:
          - {}
      """;

  private Set<Arrow> allowed(Manifests manifests) {
    var policies = new Policies(reader.read(manifests, NetworkPolicy.class));
    var world = World.of(manifests);
    var ports =
        Stream.of(
                Stream.of(OTHERS.split(" ", -1)).map(Port::parse),
                policies.ports(),
                Arrow.all(world).map(Arrow::port))
            .flatMap(all -> all)
            .collect(Collectors.toSet());
    return world.all().stream()
        .flatMap(from -> world.all().stream().flatMap(to -> allowed(policies, from, to, ports)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What happens between others is not ours. */
  private static Stream<Arrow> allowed(Policies policies, Peer from, Peer to, Set<Port> ports) {
    return ports.stream()
        .filter(port -> from.isHere() || to.isHere())
        .filter(port -> policies.allowed(from, to, port))
        .map(port -> new Arrow(from.name(), to.name(), port));
  }

  private static String lines(Set<Arrow> arrows) {
    return arrows.stream().sorted().map(Arrow::toString).collect(Collectors.joining("\n"));
  }
}
