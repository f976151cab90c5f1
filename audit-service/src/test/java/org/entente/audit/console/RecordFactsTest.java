package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.entente.audit.Database;
import org.entente.audit.ExchangeResource;
import org.entente.audit.SampleRecord;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.search.Actors;
import org.entente.audit.search.Hit;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;
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
  @Inject PostgresHits hits;
  @Inject PostgresGroups groups;
  @Inject Database database;

  private long appended() {
    return appended(SampleRecord.fresh().of("kr", "kr-desk"));
  }

  private long appended(SampleRecord sample) {
    var entry = NewEntry.parse(sample.bytes(), readership);
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

  /** Somebody else's name, with a disclosure of it that looks like any other. */
  private void forge(long index) {
    var forged = Disclosure.conceal("uid", "eu-feed", new SecureRandom()).text() + "~";
    database.tamper(
        "UPDATE disclosure SET actor = 'eu-feed', disclosures = '%s' || disclosures WHERE idx = %d"
            .formatted(forged, index));
    database.tamper(
        "UPDATE disclosure SET disclosures = split_part(disclosures, '~', 1) || '~'"
            + " || split_part(disclosures, '~', 3) || '~' WHERE idx = "
            + index);
  }

  @Test
  void who_acted_is_not_shown_without_the_disclosure_that_fits() {
    var index = appended();

    forge(index);

    assertEquals(Actors.FOREIGN, shown(index).actor());
    var found = hits.of(List.of(index), new AuditScope.OfParty("kr")).getFirst();
    assertEquals(Actors.FOREIGN, found.actor());
    var page = TemplatesTest.rendered("en", frame -> Templates.did(frame, deeds(found)));
    assertTrue(page.contains("actor does not match the record"), page);
    assertFalse(page.contains("eu-feed"), page);
  }

  private static Deeds deeds(Hit hit) {
    var group = new Summary.Group("kr", hit.actor(), "x", "allowed", "", 1, hit.at(), hit.at(), 1);
    return new Deeds("asked", new Summary(List.of(group), 1), List.of(hit));
  }

  @Test
  void nor_is_it_where_entries_are_summed_up() {
    var object = "indicator--" + UUID.randomUUID();
    var index = appended(SampleRecord.fresh().about(object).of("kr", "kr-desk"));
    appended(SampleRecord.fresh().about(object).of("-", "-"));

    forge(index);

    var groups = this.groups.ofObjects(new String[] {object}, new AuditScope.Joint()).groups();
    assertEquals(
        List.of(Actors.FOREIGN, "-"), groups.stream().map(Summary.Group::actor).sorted().toList());
  }

  @Test
  void an_erased_actor_is_unknown_and_the_logs_own_records_name_it() {
    var index = appended();
    database.tamper("DELETE FROM disclosure WHERE idx = " + index);
    var asked = new SearchParameters();
    asked.operation = "log.start";

    assertEquals("-", shown(index).actor());
    assertEquals(
        "audit-service",
        hits.find(SearchQuery.of(asked), new AuditScope.Joint()).entries().getFirst().actor());
  }

  @Test
  void nothing_is_said_of_who_acted_in_an_altered_entry() {
    var index = appended();
    database.tamper(
        "UPDATE entry SET body = convert_to(replace(convert_from(body, 'UTF8'), '\"_sd\":[',"
            + " '\"uid\":\"eu-feed\",\"_sd\":['), 'UTF8') WHERE idx = "
            + index);

    var altered = shown(index);

    database.tamper(
        "UPDATE entry SET body = convert_to(replace(convert_from(body, 'UTF8'),"
            + " '\"uid\":\"eu-feed\",', ''), 'UTF8') WHERE idx = "
            + index);
    assertEquals(Actors.FOREIGN, altered.actor());
    assertEquals("kr-desk", shown(index).actor());
  }
}
