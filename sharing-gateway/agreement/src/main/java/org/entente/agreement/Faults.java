package org.entente.agreement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is wrong, with the place in the file that each pointer has. */
final class Faults {

  /** A reviewer of a wrong file needs some of its faults, not a book of them. */
  private static final int MOST = 100;

  /** Where in the file something stands. */
  record Place(int line, int column) {}

  private static final Place BEGIN = new Place(1, 1);

  private final List<Fault> found = new ArrayList<>();
  private final Map<String, Place> places;

  Faults(Map<String, Place> places) {
    this.places = places;
  }

  /** Something is wrong with what this pointer points at. */
  void add(String pointer, String problem) {
    add(places.getOrDefault(pointer, BEGIN), pointer, problem);
  }

  void add(Place place, String pointer, String problem) {
    if (found.size() < MOST) {
      found.add(new Fault(place.line(), place.column(), pointer, problem));
    }
  }

  boolean any() {
    return !found.isEmpty();
  }

  /**
   * Nothing, when nothing was found.
   *
   * @throws AgreementRejected otherwise
   */
  void require(Path file) {
    if (!found.isEmpty()) {
      throw new AgreementRejected(file, found);
    }
  }
}
