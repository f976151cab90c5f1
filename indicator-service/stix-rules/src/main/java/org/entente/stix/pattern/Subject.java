package org.entente.stix.pattern;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.pattern.ObjectPath.Step.Property;

/// What a path speaks of, references followed: a property of a type, and the role its owner has.
///
/// @param type the type that owns the property
/// @param path the property below it, without quotes and indices
/// @param role the last reference followed, below the type it starts from; empty when there is none
record Subject(String type, String path, String role) {

  /// @param value what the property is compared with; it shows which type a reference leads to
  static Subject of(ObjectPath path, String value) {
    var names = names(path);
    var subject = new Subject(path.type(), "", "");
    int from = 0;
    for (int i = 0; i < names.size() - 1; i++) {
      var targets = References.targets(names.get(i));
      if (targets.isEmpty()) {
        continue;
      }
      boolean last = names.size() == i + 2 && names.getLast().equals("value");
      if (targets.size() > 1 && !last) {
        break;
      }
      var role = subject.type + ":" + String.join(".", names.subList(from, i + 1));
      var target = targets.size() == 1 ? targets.getFirst() : References.host(value);
      subject = new Subject(target, "", role);
      from = i + 1;
    }
    return new Subject(
        subject.type, String.join(".", names.subList(from, names.size())), subject.role);
  }

  /// The names along a path, those of hash algorithms as the vocabulary has them.
  private static List<String> names(ObjectPath path) {
    var names = new ArrayList<String>();
    for (var step : path.steps()) {
      if (step instanceof Property(var name)) {
        boolean hash = !names.isEmpty() && names.getLast().equals("hashes");
        names.add(hash ? HashNames.of(name).orElse(name) : name);
      }
    }
    return names;
  }
}
