package org.entente.audit.witness;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.log.EvidenceRejected;
import org.entente.log.EvidenceRejected.Reason;
import org.entente.log.SignedNote;
import org.entente.log.TlogPolicy;

/**
 * Looks for a checkpoint that the quorum has cosigned. It leaps to the next size at which enough
 * witnesses have been, so that what one of them missed costs one step, however many sizes it was.
 *
 * @param stored the cosignatures
 * @param policy who makes the quorum
 */
record QuorumSearch(PostgresCosignatures stored, TlogPolicy policy) {

  /** All witnesses are shown the same checkpoints: where enough have been, they mostly met. */
  private static final int LEAPS = 100;

  private enum Way {
    FORTH(1),
    BACK(-1);

    private final int step;

    Way(int step) {
      this.step = step;
    }

    private Comparator<Long> order() {
      return this == FORTH ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }
  }

  /** The smallest of at least this size. */
  Optional<SignedNote> from(long size) throws SQLException {
    return search(size, Way.FORTH);
  }

  /** The largest. */
  Optional<SignedNote> last() throws SQLException {
    return search(Long.MAX_VALUE, Way.BACK);
  }

  private Optional<SignedNote> search(long begin, Way way) throws SQLException {
    var place = Optional.of(begin);
    for (var i = 0; i < LEAPS && place.isPresent(); i++) {
      place = leap(nearest(place.get(), way), way);
      var note = place.isPresent() ? stored.at(place.get()) : Optional.<SignedNote>empty();
      if (note.filter(this::isWitnessed).isPresent()) {
        return note;
      }
      place = place.map(size -> size + way.step);
    }
    return Optional.empty();
  }

  /** Where each witness has been next, by the policy's names. */
  private Map<String, Long> nearest(long place, Way way) throws SQLException {
    var sizes = new TreeMap<String, Long>();
    for (var witness : policy.witnesses().entrySet()) {
      var key = witness.getValue().key();
      var size =
          switch (way) {
            case FORTH -> stored.atLeast(key, place);
            case BACK -> stored.atMost(key, place);
          };
      size.ifPresent(found -> sizes.put(witness.getKey(), found));
    }
    return sizes;
  }

  /** Before this size too few have been to any; empty when too few ever were. */
  private Optional<Long> leap(Map<String, Long> nearest, Way way) {
    return nearest.values().stream()
        .sorted(way.order())
        .filter(size ->
            policy.isMetBy(
                nearest.entrySet().stream()
                    .filter(witness -> way.order().compare(witness.getValue(), size) <= 0)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet())))
        .findFirst();
  }

  /** One signed with keys of the log that the policy has no more proves nothing by this policy. */
  private boolean isWitnessed(SignedNote note) {
    try {
      return policy.examine(note).witnessed();
    } catch (EvidenceRejected e) {
      if (e.reason() == Reason.SIGNATURE_MISSING) {
        return false;
      }
      throw e;
    }
  }
}
