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

/// Who would see which of some objects. Marking-definitions count when they are among the objects
/// and nothing is wrong with them; the exchange also knows those it admitted before. Not
/// thread-safe.
public final class ReleaseForecast {

  private static final String MISSING = "MARKING_MISSING";

  private final ReleaseRule rule;
  private final List<Reader> readers;
  private final Map<String, Terms> definitions = new HashMap<>();

  /// A forecast for these readers.
  public ReleaseForecast(ReleaseRule rule, List<Reader> readers) {
    this.rule = rule;
    this.readers = List.copyOf(readers);
  }

  /// Takes note of the marking-definitions among the objects, and tells what is wrong with any of
  /// them in view of all: without a TLP level none is taken.
  public List<CheckedObject> judge(List<CheckedObject> objects) {
    objects.forEach(this::note);
    return objects.stream().map(this::judged).toList();
  }

  private void note(CheckedObject object) {
    if (object.isValid() && terms(object).tlp().isPresent()) {
      object.definition().ifPresent(terms -> definitions.put(object.id(), terms));
    }
  }

  private CheckedObject judged(CheckedObject object) {
    boolean told = object.remarks().stream().anyMatch(remark -> remark.code().equals(MISSING));
    boolean legible = object.remarks().stream().noneMatch(remark -> remark.pointer().isEmpty());
    return told || !legible || terms(object).tlp().isPresent()
        ? object
        : object.with(
            Remark.error(
                MISSING, "/object_marking_refs", "§7.2", "needs the id of a TLP 2.0 marking"));
  }

  /// What an object's markings say together.
  public Terms terms(CheckedObject object) {
    return object.markings().under(id -> Optional.ofNullable(definitions.get(id)));
  }

  /// By reader, the clauses that withhold an object; none for a reader who sees it. An object with
  /// errors is not admitted and reaches nobody, whatever this says.
  public Map<String, Set<Clause>> withholding(CheckedObject object) {
    Terms terms = terms(object);
    var forecast = new TreeMap<String, Set<Clause>>();
    readers.forEach(reader -> forecast.put(reader.name(), rule.withholding(reader, terms)));
    return forecast;
  }
}
