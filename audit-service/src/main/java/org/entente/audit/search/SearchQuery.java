package org.entente.audit.search;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entente.audit.record.Outcome;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.refusal.SecretInQuery;
import org.entente.stix.address.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A search as conditions, all of which must hold.
 *
 * @param conditions SQL over the table entry, made here and never from input
 * @param values one for each question mark: a text, a number or an array of texts
 * @param time when, in milliseconds since the epoch
 * @param page which entries by index
 * @param limit most entries of one page
 */
public record SearchQuery(
    List<String> conditions, List<Object> values, Time time, Page page, int limit) {

  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int LAST_YEAR = 9_999;
  private static final String FACET =
      "entry.idx IN (SELECT idx FROM entry_facet WHERE kind = '%s' AND value = ?)";

  /** Its entries are read in the index's order and no more of them than are asked for. */
  private static final String OBJECT =
      "entry.idx IN (SELECT idx FROM entry_object WHERE object_id = ?)";

  /** Of several objects, where PostgreSQL reads all entries before it sorts them. */
  private static final String OBJECTS =
      "entry.idx IN (SELECT idx FROM entry_object WHERE object_id = ANY (?))";

  /** From this to before that; the extremes stand for none. */
  record Time(long from, long to) {}

  /**
   * Between these indices, neither included.
   *
   * @param backwards whether the oldest of them are asked for, not the newest
   * @param first whether nothing newer was left out
   */
  record Page(long after, long before, boolean backwards, boolean first) {}

  public SearchQuery {
    conditions = List.copyOf(conditions);
    values = List.copyOf(values);
  }

  /**
   * Reads the parameters.
   *
   * @throws QueryInvalid naming the first that cannot be read
   * @throws SecretInQuery when something asked for is one
   */
  public static SearchQuery of(SearchParameters asked) {
    return of(asked, USUAL, MOST);
  }

  /**
   * Reads the parameters.
   *
   * @param usual entries when no limit is asked for
   * @param most entries that may be asked for
   * @throws QueryInvalid naming the first that cannot be read
   * @throws SecretInQuery when something asked for is one
   */
  public static SearchQuery of(SearchParameters asked, int usual, int most) {
    requireNoSecret(asked);
    var query = new SearchQuery.Builder();
    var time = when(asked);
    query.add("time_ms >= ?", asked.from, _ -> time.from());
    query.add("time_ms < ?", asked.to, _ -> time.to());
    query.add("party = ?", asked.party, SearchQuery::text);
    query.add(Actors.IS, asked.actor, SearchQuery::text);
    query.add("operation = ?", asked.operation, SearchQuery::text);
    query.add("outcome = ?", asked.outcome, SearchQuery::outcome);
    query.add(FACET.formatted(Facets.PURPOSE), asked.purpose, SearchQuery::text);
    query.add(FACET.formatted(Facets.AGENCY), asked.agency, SearchQuery::text);
    query.add(FACET.formatted(Facets.MARKING), asked.marking, SearchQuery::text);
    query.add(OBJECT, asked.object, SearchQuery::text);
    query.addObjects(asked.value);
    var limit = number("limit", asked.limit, usual, 1, most);
    return new SearchQuery(
        query.conditions, query.values, time, page(asked), Math.toIntExact(limit));
  }

  /**
   * To be asked before any other refusal: the record of that would keep the query, and with it the
   * secret.
   *
   * @throws SecretInQuery when something asked for is one
   * @throws QueryInvalid when the value is nothing known
   */
  public static void requireNoSecret(SearchParameters asked) {
    if (!Secrets.find(String.join("\n", asked.byName().values())).isEmpty()) {
      throw new SecretInQuery();
    }
    given(asked.value).ifPresent(ObservableIds::of);
  }

  /** These entries, at least one. */
  static SearchQuery of(List<Long> indices) {
    var page = new Page(Collections.min(indices) - 1, Collections.max(indices) + 1, false, true);
    return new SearchQuery(
        List.of("entry.idx = ANY (?)"),
        List.of((Object) indices.toArray(Long[]::new)),
        new Time(Long.MIN_VALUE, Long.MAX_VALUE),
        page,
        indices.size());
  }

  private static Time when(SearchParameters asked) {
    return new Time(
        given(asked.from).map(text -> time("from", text)).orElse(Long.MIN_VALUE),
        given(asked.to).map(text -> time("to", text)).orElse(Long.MAX_VALUE));
  }

  private static Page page(SearchParameters asked) {
    var most = Long.MAX_VALUE - 1;
    var before = number("before", asked.before, most, 0, most);
    var after = number("after", asked.after, -1, 0, most);
    var first = number("first", asked.first, 0, 0, most);
    var last = number("last", asked.last, most, 0, most);
    return new Page(
        Math.max(after, first - 1),
        Math.min(before, last + 1),
        given(asked.after).isPresent() && given(asked.before).isEmpty(),
        given(asked.before).isEmpty());
  }

  long before() {
    return page.before();
  }

  long after() {
    return page.after();
  }

  boolean backwards() {
    return page.backwards();
  }

  boolean first() {
    return page.first();
  }

  boolean whenever() {
    return time.from() == Long.MIN_VALUE && time.to() == Long.MAX_VALUE;
  }

  /** When the earliest can be, milliseconds since the epoch. */
  public long fromMs() {
    return time.from();
  }

  /** Before when all are, milliseconds since the epoch. */
  public long toMs() {
    return time.to();
  }

  /** The same, but always the newest of what is asked for. */
  SearchQuery newest() {
    var forwards = new Page(page.after(), page.before(), false, page.first());
    return new SearchQuery(conditions, values, time, forwards, limit);
  }

  /** The same within narrower bounds. */
  SearchQuery within(PostgresBounds bounds) {
    var narrower =
        new Page(
            Math.max(page.after(), bounds.above()),
            Math.min(page.before(), bounds.below()),
            page.backwards(),
            page.first());
    return new SearchQuery(conditions, values, time, narrower, limit);
  }

  /** Ids of the objects that an id or a value stands for. */
  public static String[] ids(String asked) {
    return ObservableIds.of(asked).toArray(String[]::new);
  }

  @FunctionalInterface
  private interface Reader {
    Object read(String text);
  }

  private static final class Builder {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String condition, @Nullable String text, Reader reader) {
      given(text)
          .ifPresent(some -> {
            conditions.add(condition);
            values.add(reader.read(some));
          });
    }

    void addObjects(@Nullable String text) {
      given(text)
          .map(some -> ids(text(some)))
          .ifPresent(ids -> {
            var one = ids.length == 1;
            conditions.add(one ? OBJECT : OBJECTS);
            values.add(one ? ids[0] : ids);
          });
    }
  }

  /** Forms send what was not filled in as empty. */
  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
  }

  /** Whether PostgreSQL can compare this text. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(Facets::unstorable);
  }

  /** A text PostgreSQL can compare. */
  static String text(String text) {
    if (!isStorable(text)) {
      throw new QueryInvalid("a control character in a search text");
    }
    return text;
  }

  /**
   * Milliseconds since the epoch of a time as RFC 3339 has it, of the years 0001 to 9999; without
   * an offset it is UTC, as everywhere here.
   *
   * @throws QueryInvalid naming the parameter when it is none
   */
  public static long time(String name, String text) {
    try {
      var utc = !text.endsWith("Z") && !text.matches(".*[+-]\\d\\d:\\d\\d");
      var at =
          utc ? LocalDateTime.parse(text).atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(text);
      var year = at.withOffsetSameInstant(ZoneOffset.UTC).getYear();
      if (year >= 1 && year <= LAST_YEAR) {
        return at.toInstant().toEpochMilli();
      }
    } catch (DateTimeException _) {
      // answered below like a time that nobody means
    }
    throw new QueryInvalid(name + " is not a time like 2026-11-25T10:00:00Z, of years up to 9999");
  }

  private static Object outcome(String text) {
    var words = Arrays.stream(Outcome.values()).map(Outcome::word).toList();
    if (!words.contains(text)) {
      throw new QueryInvalid("outcome is one of " + words);
    }
    return text;
  }

  private static long number(
      String name, @Nullable String text, long usual, long least, long most) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      var number = Long.parseLong(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // answered below like a number out of range
    }
    throw new QueryInvalid(name + " is not a number from " + least + " to " + most);
  }
}
