package org.entente.kubernetes.network;

import java.util.Map;

/**
 * Who may be at an end of a connection.
 *
 * @param name as {@code ARROWS.md} calls it
 * @param namespace empty for an address outside the cluster
 * @param labels the pod's
 * @param address IPv4
 */
record Peer(String name, String namespace, Map<String, String> labels, String address) {

  /** Where the exchange lives. */
  static final String HERE = "entente";

  static Peer outside(String name, String address) {
    return new Peer(name, "", Map.of(), address);
  }

  boolean isPod() {
    return !namespace.isEmpty();
  }

  boolean isHere() {
    return namespace.equals(HERE);
  }

  /** Labels Kubernetes gives every namespace. */
  Map<String, String> namespaceLabels() {
    return Map.of("kubernetes.io/metadata.name", namespace);
  }
}
