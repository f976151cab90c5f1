package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.entente.audit.Database;
import org.entente.audit.ExchangeResource;
import org.entente.audit.SampleRecord;
import org.entente.audit.search.Hit;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.visibility.AuditScope;
import org.entente.audit.visibility.Readership;
import org.junit.jupiter.api.Test;

/** A record's page says what its leaf says, which the browser proves, whatever stands beside it. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class RecordFactsTest {

  @Inject Sequencer sequencer;
  @Inject Readership readership;
  @Inject PostgresRecord records;
  @Inject Database database;

  private long appended() {
    var entry = NewEntry.parse(SampleRecord.fresh().of("kr", "kr-desk").bytes(), readership);
    return ((Appended) sequencer.append(List.of(entry)).getFirst()).index();
  }

  private Hit shown(long index) {
    return records.at(index, new AuditScope.OfParty("kr")).hit();
  }

  @Test
  void columns_that_were_changed_change_nothing_that_is_shown() {
    var index = appended();
    var before = shown(index);
    assertEquals("kr-desk", before.actor());

    database.tamper(
        "UPDATE entry SET operation = 'rights.get', outcome = 'denied', code = 'AUTHZ_ROLE',"
            + " time_ms = 1, party = 'eu' WHERE idx = "
            + index);
    database.tamper("UPDATE disclosure SET actor = 'eu-feed' WHERE idx = " + index);

    assertTrue(before.intact());
    assertEquals(before, shown(index));
  }

  @Test
  void who_acted_is_not_shown_without_the_disclosure_that_fits() {
    var index = appended();
    var other = appended();

    database.tamper(
        "UPDATE disclosure SET disclosures = (SELECT disclosures FROM disclosure WHERE idx = %d)"
                .formatted(other)
            + " WHERE idx = "
            + index);

    assertEquals("-", shown(index).actor());
  }
}
