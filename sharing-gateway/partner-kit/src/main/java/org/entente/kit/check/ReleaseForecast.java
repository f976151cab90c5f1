package org.entente.kit.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.stix.marking.Terms;
import org.entente.stix.release.Clause;
import org.entente.stix.release.Reader;
import org.entente.stix.release.ReleaseRule;

/// Who would see which of some objects. Marking-definitions count when they are among the objects;
/// the exchange also knows those it admitted before.
public final class ReleaseForecast {

  private final ReleaseRule rule;
  private final List<Reader> readers;
  private final Map<String, Terms> definitions = new HashMap<>();

  /// A forecast for these readers.
  public ReleaseForecast(ReleaseRule rule, List<Reader> readers) {
    this.rule = rule;
    this.readers = List.copyOf(readers);
  }

  /// Takes note of a marking-definition, before anything is asked.
  public void note(CheckedObject object) {
    object.definition().ifPresent(terms -> definitions.put(object.id(), terms));
  }

  /// By reader, the clauses that withhold an object; none for a reader who sees it. An object with
  /// errors is not admitted and reaches nobody, whatever this says.
  public Map<String, Set<Clause>> of(CheckedObject object) {
    Terms terms = object.markings().under(id -> Optional.ofNullable(definitions.get(id)));
    var forecast = new TreeMap<String, Set<Clause>>();
    readers.forEach(reader -> forecast.put(reader.name(), rule.withholding(reader, terms)));
    return forecast;
  }
}
