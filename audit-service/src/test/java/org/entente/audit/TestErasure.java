package org.entente.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.audit.disclosure.StoredDisclosures;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.LogEventWriter;
import org.entente.audit.record.PersonalRow;
import org.entente.audit.record.RecordedErasure;
import org.entente.audit.record.SentRecord;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.TestLog;
import org.entente.audit.visibility.Readership;

/** Records that say what was erased. */
public final class TestErasure {

  private TestErasure() {}

  /** One client's entries, from one index up to another, which is not included. */
  public static NewEntry ofClient(List<NewEntry> entries, int from, int to) {
    var rows = IntStream.range(from, to).mapToObj(i -> row(i, entries.get(i))).toList();
    return record(to, RecordedErasure.MARKS, RecordedErasure.marks(rows), "request 17");
  }

  /** All before an index, because it was due. */
  public static NewEntry due(int end) {
    return record(end, "count", end, RecordedErasure.RETENTION);
  }

  private static PersonalRow row(int index, NewEntry entry) {
    var sent = SentRecord.of(entry.sent());
    return new PersonalRow(index, StoredDisclosures.text(sent.disclosures()));
  }

  private static NewEntry record(int end, String more, Object value, String reason) {
    var members = new LinkedHashMap<String, Object>();
    members.put("first_index", 0);
    members.put("end_index", end);
    members.put(more, value);
    members.put("reason", reason);
    var body =
        new LogEventWriter(TestLog.KEYS.origin())
            .write(UUID.randomUUID(), 1_795_360_201_123L, LogEvent.ERASE, members);
    return NewEntry.parse(body, new Readership(Set.of("kr"), List.of()));
  }
}
