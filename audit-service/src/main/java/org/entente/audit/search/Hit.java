package org.entente.audit.search;

import java.time.Instant;
import java.util.List;
import org.entente.audit.record.AccessRecord;

/**
 * An entry as a search shows it.
 *
 * @param actor {@link Actors#FOREIGN} when what is stored as such does not fit the record
 * @param objects ids it is about, at most a few hundred
 * @param intact whether its bytes still fit its leaf hash; if not, what it says means nothing
 */
public record Hit(
    long index,
    Instant at,
    String party,
    String actor,
    String agency,
    String operation,
    String outcome,
    String code,
    String purpose,
    String marking,
    List<String> objects,
    boolean intact) {

  public Hit {
    objects = List.copyOf(objects);
  }

  private static final int FEW = 3;

  /** The same as its record says it, not what is stored beside it to be searched by. */
  Hit saying(AccessRecord record) {
    return new Hit(
        index,
        Instant.ofEpochMilli(record.timeMs()),
        record.party(),
        actor,
        agency,
        record.operation(),
        record.outcome().word(),
        record.code(),
        purpose,
        marking,
        objects,
        intact);
  }

  /** As many objects as fit a row. */
  public List<String> firstObjects() {
    return objects.subList(0, Math.min(FEW, objects.size()));
  }

  /** How many more there are. */
  public int furtherObjects() {
    return Math.max(0, objects.size() - FEW);
  }
}
