package org.entente.indicator.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectQueryTest {
  private static final UUID COLLECTION = UUID.fromString("4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10");
  private static final String TIME = "1970-01-01T00:00:05.000000Z";

  @Property
  void a_cursor_is_read_as_it_was_written(
      @ForAll @LongRange(min = 0, max = 99_999_999_999_999_999L) long last,
      @ForAll @LongRange(min = 0, max = 99_999_999_999_999_999L) long filter) {
    for (OptionalLong addedAfter : List.of(OptionalLong.empty(), OptionalLong.of(filter))) {
      Cursor cursor = new Cursor(COLLECTION, addedAfter, last);

      assertEquals(Optional.of(cursor), Cursor.decode(cursor.encode()));
      assertTrue(cursor.encode().matches("[A-Za-z0-9_-]+"));
    }
  }

  @Property
  void what_nobody_gave_out_is_no_cursor(@ForAll String text) {
    assertEquals(Optional.empty(), Cursor.decode(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0,1000",
    "1,1",
    "999,999",
    "1000,1000",
    "1001,1000",
    "007,7",
    "99999999999999999,1000"
  })
  void a_limit_is_a_number_up_to_the_cap(String text, int expected) {
    assertEquals(expected, parse(Map.of("limit", List.of(text))).limit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "ten", "", "1.5", "+1", " 1", "٣"})
  void anything_else_is_no_limit(String text) {
    assertThrows(QueryInvalid.class, () -> parse(Map.of("limit", List.of(text))));
  }

  @Test
  void without_parameters_everything_is_read_from_the_start() {
    assertEquals(new ObjectQuery(OptionalLong.empty(), 1000, -1), parse(Map.of()));
  }

  @Test
  void next_carries_its_filter() {
    ObjectQuery first = parse(Map.of("added_after", List.of(TIME)));
    String next = first.continueAfter(COLLECTION, 7_000_000).encode();

    ObjectQuery expected = new ObjectQuery(OptionalLong.of(5_000_000), 1000, 7_000_000);
    assertEquals(expected, parse(Map.of("next", List.of(next))));
    assertEquals(
        expected,
        parse(Map.of("next", List.of(next), "added_after", List.of("1970-01-01T00:00:05Z"))));
    assertThrows(
        QueryInvalid.class,
        () -> parse(Map.of("next", List.of(next), "added_after", List.of("1970-01-01T00:00:06Z"))));
  }

  @Test
  void a_filter_cannot_be_added_to_a_cursor_without_one() {
    String next = parse(Map.of()).continueAfter(COLLECTION, 7_000_000).encode();

    assertThrows(
        QueryInvalid.class,
        () -> parse(Map.of("next", List.of(next), "added_after", List.of(TIME))));
  }

  @Test
  void a_cursor_of_another_collection_is_refused_and_an_empty_one_is_absent() {
    String foreign = new Cursor(UUID.randomUUID(), OptionalLong.empty(), 1).encode();

    assertThrows(QueryInvalid.class, () -> parse(Map.of("next", List.of(foreign))));
    assertEquals(parse(Map.of()), parse(Map.of("next", List.of(""))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"added_after", "limit", "next"})
  void nothing_may_be_said_twice(String name) {
    assertThrows(QueryInvalid.class, () -> parse(Map.of(name, List.of("1", "1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"match[id]", "match[version]", "match[spec_version]", "match[x]", "match"})
  void a_filter_that_is_not_supported_is_refused_not_ignored(String name) {
    QueryInvalid refusal =
        assertThrows(QueryInvalid.class, () -> parse(Map.of(name, List.of("all"))));

    assertTrue(refusal.detail().contains("not supported"));
  }

  @Test
  void parameters_nobody_knows_are_ignored() {
    assertEquals(parse(Map.of()), parse(Map.of("foo", List.of("1", "2"))));
  }

  private static ObjectQuery parse(Map<String, List<String>> query) {
    return ObjectQuery.parse(query, COLLECTION, 1000);
  }
}
