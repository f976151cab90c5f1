package org.entente.kubernetes.network;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Network policies as Kubernetes reads them: a pod that no policy selects for a direction is open
 * in that direction; one that any selects is open only to what some policy's rule lists. Both ends
 * must agree. Ports by number and blocks of IPv4 only.
 */
record Policies(List<NetworkPolicy> all) {

  /** Who is at the other end, and on which port of the destination. */
  private record Other(String home, Peer peer, Port port) {}

  boolean allowed(Peer from, Peer to, Port port) {
    return leaves(from, to, port) && enters(from, to, port);
  }

  /** Every port that a rule names. */
  Stream<Port> ports() {
    return all.stream()
        .map(NetworkPolicy::getSpec)
        .flatMap(spec ->
            Stream.concat(
                spec.getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                spec.getEgress().stream().flatMap(rule -> rule.getPorts().stream())))
        .map(Policies::number);
  }

  private boolean leaves(Peer from, Peer to, Port port) {
    var selecting = selecting(from, "Egress").toList();
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(policy -> policy.getSpec().getEgress().stream())
            .anyMatch(
                rule -> any(rule.getTo(), rule.getPorts(), new Other(from.namespace(), to, port)));
  }

  private boolean enters(Peer from, Peer to, Port port) {
    var selecting = selecting(to, "Ingress").toList();
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .anyMatch(rule ->
                any(rule.getFrom(), rule.getPorts(), new Other(to.namespace(), from, port)));
  }

  private Stream<NetworkPolicy> selecting(Peer peer, String direction) {
    return all.stream()
        .filter(policy -> peer.isPod())
        .filter(policy -> policy.getMetadata().getNamespace().equals(peer.namespace()))
        .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
        .filter(policy -> Selectors.selects(policy.getSpec().getPodSelector(), peer.labels()));
  }

  private static boolean any(
      List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports, Other other) {
    return (peers.isEmpty() || peers.stream().anyMatch(peer -> is(peer, other)))
        && (ports.isEmpty() || ports.stream().anyMatch(port -> is(port, other.port())));
  }

  private static boolean is(NetworkPolicyPort policy, Port port) {
    return port.equals(number(policy));
  }

  private static Port number(NetworkPolicyPort policy) {
    if (policy.getEndPort() != null
        || policy.getPort() == null
        || policy.getPort().getIntVal() == null) {
      throw new IllegalArgumentException("only single ports by number are understood here");
    }
    return new Port(
        policy.getPort().getIntVal(), Objects.requireNonNullElse(policy.getProtocol(), "TCP"));
  }

  private static boolean is(NetworkPolicyPeer policy, Other other) {
    if (policy.getIpBlock() != null) {
      var block = policy.getIpBlock();
      var address = other.peer().address();
      return Cidr.parse(block.getCidr()).contains(address)
          && block.getExcept().stream().noneMatch(hole -> Cidr.parse(hole).contains(address));
    }
    return other.peer().isPod() && isNamespace(policy, other) && isPod(policy, other.peer());
  }

  private static boolean isNamespace(NetworkPolicyPeer policy, Other other) {
    var selector = policy.getNamespaceSelector();
    return selector == null
        ? other.home().equals(other.peer().namespace())
        : Selectors.selects(selector, other.peer().namespaceLabels());
  }

  private static boolean isPod(NetworkPolicyPeer policy, Peer peer) {
    var selector = policy.getPodSelector();
    return selector == null || Selectors.selects(selector, peer.labels());
  }
}
