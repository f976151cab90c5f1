package org.entente.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Copies that keep their order, so that two replicas say the same in the same order. */
final class Ordered {

  static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  static <V> Set<V> copy(Set<V> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  private Ordered() {}
}
