package org.entente.audit.replica;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.audit.SampleRecord;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.AppendResult.Conflict;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.visibility.Readership;
import org.entente.log.LeafHash;
import org.junit.jupiter.api.Test;

/** What goes between replicas comes out as it went in, or not at all. */
class FramesTest {

  private static final Readership EVERYBODY = new Readership(Set.of(), List.of());

  private static NewEntry entry(byte[] sent) {
    return NewEntry.parse(sent, EVERYBODY);
  }

  @Test
  void entries_arrive_as_they_were_sent_byte_for_byte() {
    var plain = SampleRecord.fresh().bytes();
    var other = SampleRecord.fresh().numbered(7).bytes();

    var arrived = Frames.entries(Frames.ofEntries(List.of(entry(plain), entry(other))), EVERYBODY);

    assertArrayEquals(plain, arrived.getFirst().sent());
    assertArrayEquals(other, arrived.getLast().sent());
    assertEquals(entry(other).content(), arrived.getLast().content());
  }

  @Test
  void results_arrive_as_they_were_sent() throws IOException {
    var leaf = LeafHash.ofEntry(new byte[] {1});
    var results =
        List.<AppendResult>of(
            new Appended(5_000_000_000L, leaf, false),
            new Conflict(UUID.randomUUID()),
            new Appended(0, leaf, true));

    assertEquals(results, Frames.results(Frames.ofResults(results)));
  }

  @Test
  void what_ends_early_goes_on_or_has_another_form_is_refused() {
    var good = Frames.ofEntries(List.of(entry(SampleRecord.fresh().bytes())));
    var other = good.clone();
    other[0]++;
    var more = good.clone();
    more[4]++;

    for (var bad :
        List.of(
            new byte[0],
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1),
            other,
            more)) {
      assertThrows(RecordRejected.class, () -> Frames.entries(bad, EVERYBODY));
      assertThrows(IOException.class, () -> Frames.results(bad));
    }
  }
}
