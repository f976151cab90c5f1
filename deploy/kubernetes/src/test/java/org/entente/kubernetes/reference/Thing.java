package org.entente.kubernetes.reference;

/**
 * Something that can be named: an object, or a part of it.
 *
 * @param kind as Kubernetes calls it
 * @param name of the object
 * @param part key, port or listener; empty for the object itself
 */
public record Thing(String kind, String name, String part) {

  /** A whole object. */
  public static Thing of(String kind, String name) {
    return new Thing(kind, name, "");
  }

  @Override
  public String toString() {
    return kind + " " + name + (part.isEmpty() ? "" : " " + part);
  }
}
