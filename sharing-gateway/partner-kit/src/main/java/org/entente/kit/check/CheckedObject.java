package org.entente.kit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.stix.marking.Markings;
import org.entente.stix.marking.Terms;

/// One object and what is wrong with it.
///
/// @param id as it stands there, or `-`
/// @param remarks the first of them, errors before warnings
/// @param counts how many there are, told or not
/// @param markings what it says of its readers
/// @param definition what it asks of objects that refer to it, if it is a marking-definition
public record CheckedObject(
    String id, List<Remark> remarks, Counts counts, Markings markings, Optional<Terms> definition) {

  /// How many remarks of each kind.
  public record Counts(int errors, int warnings) {}

  public CheckedObject {
    remarks = List.copyOf(remarks);
  }

  /// An object that cannot be looked at.
  static CheckedObject unreadable(String id, Remark remark) {
    var nothing = new Markings(Terms.NONE, List.of());
    return new CheckedObject(id, List.of(remark), new Counts(1, 0), nothing, Optional.empty());
  }

  /// Whether the exchange takes it, as far as can be told from here.
  public boolean isValid() {
    return counts.errors() == 0;
  }

  CheckedObject with(Remark error) {
    var more = new ArrayList<Remark>();
    more.add(error);
    more.addAll(remarks);
    var counted = new Counts(counts.errors() + 1, counts.warnings());
    return new CheckedObject(id, more, counted, markings, definition);
  }
}
