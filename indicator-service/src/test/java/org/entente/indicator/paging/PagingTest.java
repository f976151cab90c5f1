package org.entente.indicator.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.entente.indicator.refusal.Refusal.NextInvalid;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final String KEY = key('k');
  private static final String A = "indicator--11111111-2222-4333-8444-555555555555";
  private static final String B = "indicator--11111111-2222-4333-8444-666666666666";
  private static final UUID COLLECTION = UUID.fromString("4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10");
  private static final Place PLACE = Place.of("eu", COLLECTION, Listing.OBJECTS);

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
    assertEquals(expected, read("limit", text).limit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "ten", "", "1.5", "+1", " 1", "٣"})
  void anything_else_is_no_limit(String text) {
    assertThrows(QueryInvalid.class, () -> read("limit", text));
  }

  @Test
  void without_parameters_the_latest_versions_are_read_from_the_start() {
    PageRequest request = read(Map.of());

    assertEquals(-1, request.after());
    assertEquals(Versions.LAST, request.filters().versions());
    assertEquals(request, read(Map.of("foo", List.of("1", "2"), "next", List.of(""))));
  }

  @ParameterizedTest
  @CsvSource({
    "added_after, yesterday",
    "added_after, 2026-11-01T00:00:00+01:00",
    "added_after, 2026-11-01t00:00:00z",
    "match[id], x",
    "match[id], ''",
    "match[type], 'indicator, url'",
    "match[type], 'indicator,'",
    "match[type], Indicator",
    "match[version], newest",
    "match[version], 2026-13-01T00:00:00Z",
    "match[version], 'all,last'",
    "match[version], 'first,first'",
    "match[version], '2026-11-01T00:00:00Z,2026-11-01T00:00:00.000Z'",
    "match[spec_version], two",
    "match[foo], x",
    "match, x"
  })
  void what_cannot_be_meant_is_refused(String name, String value) {
    assertThrows(QueryInvalid.class, () -> read(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"added_after", "limit", "next", "match[id]", "match[version]", "match[type]"})
  void nothing_may_be_said_twice(String name) {
    assertThrows(QueryInvalid.class, () -> read(Map.of(name, List.of("1", "1"))));
  }

  @ParameterizedTest
  @CsvSource({
    "OBJECT, match[id]",
    "OBJECT, match[type]",
    "VERSIONS, match[version]",
    "DELETION, added_after"
  })
  void a_filter_of_another_resource_is_refused_or_none_of_its_parameters(
      Listing listing, String name) {
    Place place = new Place("eu", COLLECTION, listing, A);
    Map<String, List<String>> query = Map.of(name, List.of("all"));
    if (name.startsWith("match")) {
      assertThrows(QueryInvalid.class, () -> paging(KEY, NOW).read(query, place));
    } else {
      assertEquals(Map.of(), paging(KEY, NOW).read(query, place).filters().values());
    }
  }

  @Test
  void versions_are_instants_and_combine() {
    assertEquals(
        new Versions(false, true, true, List.of("2026-11-01T00:00:00.5")),
        read("match[version]", "last,2026-11-01T00:00:00.500Z,first").filters().versions());
    assertEquals(Versions.ALL, read("match[version]", "all").filters().versions());
  }

  @Property
  void next_goes_on_behind_the_row_with_the_same_filters(
      @ForAll @LongRange(min = 0, max = 99_999_999_999_999_999L) long last,
      @ForAll @IntRange(min = 0, max = 31) int chosen) {
    PageRequest first = read(filters(chosen));
    String next = paging(KEY, NOW).next(first, last);

    assertTrue(next.matches("[A-Za-z0-9_-]+"));
    PageRequest bare = read("next", next);
    assertEquals(last, bare.after());
    assertEquals(first.filters(), bare.filters());
    Map<String, List<String>> repeated = filters(chosen);
    repeated.put("next", List.of(next));
    assertEquals(bare, read(repeated));
  }

  @Test
  void filters_may_be_left_out_but_neither_changed_nor_added() {
    PageRequest first = read(Map.of("match[id]", List.of(A + "," + B)));
    String next = paging(KEY, NOW).next(first, 7);

    read(Map.of("next", List.of(next), "match[id]", List.of(B + "," + A), "limit", List.of("3")));
    for (Map<String, List<String>> other :
        List.of(
            Map.of("match[id]", List.of(A)),
            Map.of("match[version]", List.of("last")),
            Map.of("added_after", List.of("2026-11-01T00:00:00Z")))) {
      Map<String, List<String>> query = new java.util.HashMap<>(other);
      query.put("next", List.of(next));
      assertThrows(NextInvalid.class, () -> read(query));
    }
  }

  @Test
  void a_cursor_is_good_for_one_audience_one_collection_and_one_listing() {
    String next = paging(KEY, NOW).next(read(Map.of()), 7);
    for (Place other :
        List.of(
            Place.of("us", COLLECTION, Listing.OBJECTS),
            Place.of("eu/cert-eu", COLLECTION, Listing.OBJECTS),
            Place.of("eu", UUID.randomUUID(), Listing.OBJECTS),
            Place.of("eu", COLLECTION, Listing.MANIFEST),
            new Place("eu", COLLECTION, Listing.OBJECTS, A))) {
      assertThrows(
          NextInvalid.class,
          () -> paging(KEY, NOW).read(Map.of("next", List.of(next)), other),
          other.toString());
    }
  }

  @Property
  void a_changed_cursor_is_none(
      @ForAll @IntRange(min = 0, max = 70) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
    byte[] sealed = Base64.getUrlDecoder().decode(paging(KEY, NOW).next(read(Map.of()), 7));
    sealed[at % sealed.length] ^= (byte) by;
    String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);

    assertThrows(NextInvalid.class, () -> read("next", changed));
  }

  @Property
  void what_nobody_gave_out_is_no_cursor(@ForAll String text) {
    if (!text.isEmpty()) {
      assertThrows(NextInvalid.class, () -> read("next", text));
    }
  }

  @Test
  void replicas_with_the_same_key_agree_and_others_do_not() {
    String next = paging(KEY, NOW).next(read(Map.of()), 7);

    assertEquals(7, paging(KEY, NOW).read(Map.of("next", List.of(next)), PLACE).after());
    assertThrows(
        NextInvalid.class, () -> paging(key('x'), NOW).read(Map.of("next", List.of(next)), PLACE));
  }

  @Test
  void while_the_key_is_changed_each_replica_opens_what_any_other_sealed() {
    // The steps: the new key opens, then it seals, then the old one is gone.
    String old = KEY;
    String known = KEY + "\n" + key('n') + "\n";
    String changed = key('n') + "\n" + KEY + "\n";
    for (List<String> neighbours : List.of(List.of(old, known), List.of(known, changed))) {
      for (String sealing : neighbours) {
        for (String opening : neighbours) {
          String next = paging(sealing, NOW).next(read(Map.of()), 7);
          PageRequest request = paging(opening, NOW).read(Map.of("next", List.of(next)), PLACE);
          assertEquals(7, request.after());
        }
      }
    }
    String next = paging(KEY, NOW).next(read(Map.of()), 7);
    Map<String, List<String>> query = Map.of("next", List.of(next));
    assertThrows(NextInvalid.class, () -> paging(key('n'), NOW).read(query, PLACE));
  }

  @Test
  void a_cursor_expires_and_says_how_to_go_on() {
    String next = paging(KEY, NOW).next(read(Map.of()), 7);
    Map<String, List<String>> query = Map.of("next", List.of(next));

    paging(KEY, NOW.plus(Duration.ofHours(24)).minusSeconds(1)).read(query, PLACE);
    NextInvalid expired =
        assertThrows(
            NextInvalid.class,
            () -> paging(KEY, NOW.plus(Duration.ofHours(24))).read(query, PLACE));
    assertTrue(expired.detail().contains("added_after"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "not base64"})
  void a_key_that_is_none_stops_the_start(String key) {
    assertThrows(RuntimeException.class, () -> paging(key, NOW));
  }

  private static Map<String, List<String>> filters(int chosen) {
    Map<String, List<String>> all =
        Map.of(
            "added_after", List.of("2026-11-01T00:00:00.5Z"),
            "match[id]", List.of(A + "," + B),
            "match[type]", List.of("indicator,url"),
            "match[version]", List.of("first,2026-11-01T00:00:00.000Z"),
            "match[spec_version]", List.of("2.1"));
    Map<String, List<String>> some = new java.util.TreeMap<>(all);
    List<String> names = List.copyOf(some.keySet());
    for (int i = 0; i < names.size(); i++) {
      if ((chosen >> i & 1) == 0) {
        some.remove(names.get(i));
      }
    }
    return some;
  }

  private static PageRequest read(String name, String value) {
    return read(Map.of(name, List.of(value)));
  }

  private static PageRequest read(Map<String, List<String>> query) {
    return paging(KEY, NOW).read(query, PLACE);
  }

  private static String key(char letter) {
    byte[] bytes = Character.toString(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Paging paging(String key, Instant now) {
    CursorConfig config = new Settings(Optional.of(key), Optional.empty(), Duration.ofHours(24));
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Paging(new Cursors(new CursorKey(config), clock, config), 1000);
  }

  private record Settings(Optional<String> key, Optional<Path> keyFile, Duration lifetime)
      implements CursorConfig {}
}
