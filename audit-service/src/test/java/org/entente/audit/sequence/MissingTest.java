package org.entente.audit.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.entente.audit.ExchangeResource;
import org.entente.audit.SampleRecord;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.visibility.AuditScope;
import org.entente.audit.visibility.Readership;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the pages about missing numbers tell, and to whom. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class MissingTest {

  private static final AuditScope JOINT = new AuditScope.Joint();
  private static final AuditScope KOREA = new AuditScope.OfParty("kr");
  private static final AuditScope EU = new AuditScope.OfParty("eu");
  private static final ClientName FIRST = new ClientName("", "");

  @Inject Sequencer sequencer;
  @Inject Readership readership;
  @Inject PostgresClients clients;
  @Inject PostgresMissing missing;

  private final String client = "kr-" + UUID.randomUUID();

  private void count(String party, String name, long... numbers) {
    sequencer.append(
        LongStream.of(numbers)
            .mapToObj(n -> SampleRecord.fresh().of(party, name).numbered(n))
            .map(sample -> NewEntry.parse(sample.bytes(), readership))
            .toList());
  }

  private List<CountingClient> all(AuditScope scope) {
    var all = new ArrayList<CountingClient>();
    var last = FIRST;
    while (true) {
      var page = clients.behind(last, scope);
      all.addAll(page.clients());
      if (!page.more()) {
        return all;
      }
      last = new ClientName(page.last().party(), page.last().client());
    }
  }

  private Optional<CountingClient> one(AuditScope scope, String name) {
    return all(scope).stream().filter(c -> c.client().equals(name)).findFirst();
  }

  @Test
  void a_client_is_listed_with_its_greatest_number_and_how_many_are_missing() {
    count("kr", client, 2, 3, 6, 6, 5, 9);

    var told = one(JOINT, client).orElseThrow();

    assertEquals(9, told.greatest());
    assertEquals(9, told.lookedAt());
    assertEquals(4, told.missing());
  }

  @Test
  void a_partys_auditors_see_their_own_clients_only() {
    count("kr", client, 1);
    count("eu", client, 1);

    assertEquals(List.of("kr"), parties(KOREA));
    assertEquals(List.of("eu"), parties(EU));
    assertEquals(List.of("eu", "kr"), parties(JOINT));
  }

  private List<String> parties(AuditScope scope) {
    return all(scope).stream()
        .filter(c -> c.client().equals(client))
        .map(CountingClient::party)
        .toList();
  }

  @Test
  void pages_of_clients_join_without_gap_or_repetition() {
    var names = IntStream.range(0, 45).mapToObj(n -> "%s-%02d".formatted(client, n)).toList();
    names.forEach(name -> count("kr", name, 1));

    assertTrue(clients.behind(FIRST, KOREA).more());
    var listed =
        all(KOREA).stream().map(CountingClient::client).filter(c -> c.startsWith(client)).toList();
    assertEquals(names, listed);
  }

  @Test
  void missing_numbers_are_told_newest_first_with_what_stands_next_to_them() {
    count("kr", client, 2, 3, 6, 7, 9);

    var page = missing.below(new ClientName("kr", client), Long.MAX_VALUE);

    assertEquals(List.of("8-8", "4-5", "1-1"), ranges(page));
    assertEquals(9, page.top());
    assertEquals(1, page.bottom());
    var five = page.missing().get(1);
    assertEquals(1, five.above().index() - five.below().orElseThrow().index());
    assertEquals(Optional.empty(), page.missing().getLast().below());
    assertEquals(Optional.empty(), page.next());
  }

  @Test
  void many_gaps_come_in_pages_that_join() {
    count("kr", client, LongStream.rangeClosed(1, 250).map(n -> 2 * n).toArray());
    var found = new ArrayList<String>();

    var before = Optional.of(Long.MAX_VALUE);
    while (before.isPresent()) {
      var page = missing.below(new ClientName("kr", client), before.get());
      assertTrue(page.missing().size() <= PostgresMissing.GAPS);
      found.addAll(ranges(page));
      before = page.next();
    }

    var expected =
        IntStream.rangeClosed(1, 250).mapToObj(n -> 501 - 2 * n).map(n -> n + "-" + n).toList();
    assertEquals(expected, found);
  }

  @Test
  void a_client_without_numbers_has_nothing_to_show() {
    assertTrue(missing.below(new ClientName("kr", client), Long.MAX_VALUE).none());
  }

  @Test
  void another_partys_client_is_not_asked_about() {
    Assertions.assertThrows(QueryInvalid.class, () -> GapsQuery.client("eu", client, KOREA));
    assertEquals(new ClientName("kr", client), GapsQuery.client(null, client, KOREA));
  }

  private static List<String> ranges(MissingPage page) {
    return page.missing().stream().map(gap -> gap.first() + "-" + gap.last()).toList();
  }
}
