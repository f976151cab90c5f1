package org.entente.kubernetes.network;

/** A port of a pod or of an address. */
record Port(int number, String protocol) {

  /** {@code 8443} or {@code 53/UDP}. */
  static Port parse(String text) {
    var parts = text.strip().split("/", -1);
    return new Port(Integer.parseInt(parts[0]), parts.length > 1 ? parts[1] : "TCP");
  }

  @Override
  public String toString() {
    return number + "/" + protocol;
  }
}
