package org.entente.stix.pattern;

import java.util.Set;
import org.entente.stix.pattern.ObjectPath.Step.Property;

/// Where a path can hold an IP address or network (section 9.6.1, set operators).
final class Networks {

  static final Set<String> TYPES = Set.of("ipv4-addr", "ipv6-addr");

  private Networks() {}

  /// Whether it is the value of an address, at once or behind a reference that can lead to one.
  static boolean mayBeAddress(ObjectPath path) {
    if (!(path.steps().getLast() instanceof Property(var last)) || !last.equals("value")) {
      return false;
    }
    var reference = "";
    for (var step : path.steps().subList(0, path.steps().size() - 1)) {
      if (step instanceof Property(var name)) {
        reference = name;
      }
    }
    return reference.isEmpty() ? TYPES.contains(path.type()) : leadsToAddress(reference);
  }

  private static boolean leadsToAddress(String property) {
    var targets = References.targets(property);
    return targets.isEmpty() ? References.refers(property) : targets.containsAll(TYPES);
  }
}
