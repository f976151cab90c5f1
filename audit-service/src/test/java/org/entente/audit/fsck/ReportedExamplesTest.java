package org.entente.audit.fsck;

import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;
import java.util.UUID;
import org.entente.audit.record.ContractExample;
import org.entente.audit.record.LogEvent;
import org.entente.audit.record.LogEventWriter;
import org.entente.log.RootHash;
import org.junit.jupiter.api.Test;

/** The contract's examples of what the check of the whole log puts on record. */
class ReportedExamplesTest {

  private static void assertWritten(
      String example, LogEvent event, SequencedMap<String, Object> members) {
    var uid = UUID.nameUUIDFromBytes(example.getBytes(StandardCharsets.UTF_8));
    var writer = new LogEventWriter("exchange.entente.example/2026");
    new ContractExample(example)
        .assertIs(writer.write(uid, ContractExample.TIME_MS, event, members));
  }

  @Test
  void something_does_not_fit() {
    var finding = Finding.ofLog("entry 17", "its bytes are not those under its leaf hash");

    assertWritten("log-damage", LogEvent.DAMAGE, FsckReport.damage(finding));
  }

  @Test
  void everything_fits() {
    var root = RootHash.of(new byte[32]);

    assertWritten("log-verified", LogEvent.VERIFIED, FsckReport.verified(600, root));
  }
}
