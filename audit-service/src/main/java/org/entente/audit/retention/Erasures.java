package org.entente.audit.retention;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.audit.administration.LogEvents;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.PersonalRow;
import org.entente.audit.record.RecordedErasure;
import org.entente.audit.record.Sha256;

/**
 * Erases personal fields: first the log says what is about to go, then it goes. A crash between the
 * two leaves the rows, which the next attempt finds and tells of again.
 */
@Singleton
final class Erasures {

  /** Rows of one step, so that no statement takes long and no record covers too much. */
  private static final int STEP = 10_000;

  /** Of one client, whose records have a mark for each row: a sixth of the longest record. */
  private static final int MARKED = 1_000;

  private final LogEvents events;
  private final PostgresDisclosures disclosures;

  Erasures(LogEvents events, PostgresDisclosures disclosures) {
    this.events = events;
    this.disclosures = disclosures;
  }

  /**
   * What was erased.
   *
   * @param count of entries whose personal fields are gone
   * @param entries indices of the records that tell of it
   */
  record Erased(long count, List<Long> entries) {
    Erased {
      entries = List.copyOf(entries);
    }
  }

  /** Everything sequenced before this moment, milliseconds since the epoch. */
  Erased before(long beforeMs) {
    return all(
        () -> disclosures.due(beforeMs, STEP),
        rows -> account(rows, RecordedErasure.RETENTION),
        this::eraseAged);
  }

  /** Everything one client of a party did so far. */
  Erased of(String party, String actor, String reason) {
    var erased =
        all(
            () -> disclosures.of(party, actor, MARKED),
            rows -> marked(rows, reason),
            disclosures::erase);
    disclosures.forget(party, actor);
    return erased;
  }

  /** Everything before the last of them is due, too: the words of reviews from then. */
  private void eraseAged(List<PersonalRow> rows) {
    disclosures.eraseReviews(rows.getLast().index());
    disclosures.erase(rows);
  }

  private Erased all(
      Supplier<List<PersonalRow>> next,
      Function<List<PersonalRow>, SequencedMap<String, Object>> account,
      Consumer<List<PersonalRow>> erasing) {
    var count = 0L;
    var entries = new ArrayList<Long>();
    for (var rows = next.get(); !rows.isEmpty(); rows = next.get()) {
      entries.add(events.record(LogEvent.ERASE, account.apply(rows)));
      // From here on the log says that they are gone; the rows follow, now or at the next attempt.
      erasing.accept(rows);
      count += rows.size();
    }
    return new Erased(count, entries);
  }

  private static SequencedMap<String, Object> account(List<PersonalRow> rows, String reason) {
    var members = new LinkedHashMap<String, Object>();
    members.put("first_index", rows.getFirst().index());
    members.put("end_index", rows.getLast().index() + 1);
    members.put("count", rows.size());
    members.put("sha256", sha256(rows));
    members.put("reason", reason);
    return members;
  }

  /** Who was erased is in no record, so by the marks alone an older copy's rows are known. */
  private static SequencedMap<String, Object> marked(List<PersonalRow> rows, String reason) {
    var members = account(rows, reason);
    members.put(RecordedErasure.MARKS, RecordedErasure.marks(rows));
    return members;
  }

  private static String sha256(List<PersonalRow> rows) {
    var digest = Sha256.digest();
    rows.forEach(row -> row.addTo(digest));
    return Sha256.base64url(digest.digest());
  }
}
