package org.entente.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.audit.SampleRecord;
import org.junit.jupiter.api.Test;

class ReadersMigrationTest extends PostgresTest {

  @Test
  void of_a_log_from_before_every_party_reads_its_own() throws Exception {
    try (var log = TestLog.create(server)) {
      var sequencer = log.lead(log.database());
      sequencer.append(TestLog.fresh(3));
      var eu = TestLog.entry(SampleRecord.fresh().of("eu", "eu-feed").givenTo("eu"));
      sequencer.append(List.of(eu));
      log.execute("DROP TABLE entry_reader");

      log.execute(TestLog.migration("V3__entry_reader.sql"));

      assertEquals(4, Inspection.of(log.database()).size());
    }
  }
}
