package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.audit.Database;
import org.entente.audit.Exchange;
import org.entente.audit.ExchangeResource;
import org.entente.audit.SampleRecord;
import org.entente.audit.search.Actors;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.visibility.AuditScope;
import org.entente.audit.visibility.Readership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the EU read of Korea's shows up for these two and the joint auditors, and nobody else. */
@QuarkusTest
@QuarkusTestResource(ExchangeResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields before each test
class ConsoleScopeTest {

  /** More than any other test appends about one object, so that it comes up most. */
  private static final int RECORDS = 300;

  private static final AuditScope JOINT = new AuditScope.Joint();
  private static final AuditScope READER = new AuditScope.OfParty("eu");
  private static final AuditScope PRODUCER = new AuditScope.OfParty("kr");
  private static final AuditScope THIRD = new AuditScope.OfParty(Exchange.THIRD);

  private static final Instant SAMPLED = Instant.ofEpochMilli(1_795_360_201_123L);
  private static final Window AROUND =
      Window.between(SAMPLED.minus(Duration.ofHours(3)), SAMPLED.plus(Duration.ofHours(3)));

  @Inject Sequencer sequencer;
  @Inject Readership readership;
  @Inject PostgresTimeline timelines;
  @Inject PostgresTops tops;
  @Inject PostgresGroups groups;
  @Inject Database database;

  private final String object = "indicator--" + UUID.randomUUID();
  private final String actor = "eu-" + UUID.randomUUID();
  private List<Long> countedBefore = List.of();

  @BeforeEach
  void the_eu_reads_what_is_koreas() {
    countedBefore = counted();
    sequencer.append(
        Stream.generate(this::read)
            .limit(RECORDS)
            .map(sample -> NewEntry.parse(sample.bytes(), readership))
            .toList());
  }

  private SampleRecord read() {
    return SampleRecord.fresh()
        .about(object)
        .of("eu", actor)
        .within(Exchange.KR_TO_EU)
        .givenTo("eu");
  }

  private static List<AuditScope> scopes() {
    return List.of(JOINT, READER, PRODUCER, THIRD);
  }

  private List<Long> counted() {
    return scopes().stream()
        .map(scope ->
            timelines.read(AROUND, scope).counts().stream()
                .mapToLong(Timeline.Count::records)
                .sum())
        .toList();
  }

  @Test
  void it_is_counted_over_time() {
    var now = counted();

    assertEquals(
        List.of((long) RECORDS, (long) RECORDS, (long) RECORDS, 0L),
        Stream.iterate(0, i -> i + 1)
            .limit(now.size())
            .map(i -> now.get(i) - countedBefore.get(i))
            .toList());
  }

  @Test
  void it_comes_up_most() {
    assertEquals(List.of(true, true, true, false), each(scope -> names(tops.actors(scope), actor)));
    assertEquals(
        List.of(true, true, true, false), each(scope -> names(tops.objects(scope), object)));
  }

  @Test
  void no_other_comes_up_for_it_than_its_records_say() {
    var other = "eu-" + UUID.randomUUID();
    rename(actor, other);

    var named = tops.actors(JOINT);

    rename(other, actor);
    assertFalse(names(named, other));
    assertFalse(names(named, actor));
    assertTrue(names(named, Actors.FOREIGN));
    assertTrue(names(tops.actors(JOINT), actor));
  }

  private void rename(String from, String to) {
    database.tamper("UPDATE disclosure SET actor = '%s' WHERE actor = '%s'".formatted(to, from));
  }

  private static boolean names(List<Overview.Top> tops, String name) {
    return tops.stream().anyMatch(top -> top.name().equals(name));
  }

  @Test
  void it_is_summed_up_by_object_and_by_actor() {
    var ids = new String[] {object};
    var all = List.of((long) RECORDS, (long) RECORDS, (long) RECORDS, 0L);

    assertEquals(all, each(scope -> groups.ofObjects(ids, scope).examined()));
    assertEquals(all, each(scope -> groups.ofActor(actor, scope).examined()));
    assertEquals(1, groups.ofActor(actor, READER).groups().size());
  }

  private static <T> List<T> each(java.util.function.Function<AuditScope, T> asked) {
    return scopes().stream().map(asked).toList();
  }
}
