package org.entente.audit.search;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.audit.record.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A search as conditions, all of which must hold.
 *
 * @param conditions SQL over the table entry, made here and never from input
 * @param values one for each question mark, a text or a number
 * @param before only entries with a smaller index
 * @param limit most entries of one page
 */
public record SearchQuery(List<String> conditions, List<Object> values, long before, int limit) {

  private static final int MOST = 200;
  private static final int USUAL = 50;

  public SearchQuery {
    conditions = List.copyOf(conditions);
    values = List.copyOf(values);
  }

  /**
   * Reads the parameters.
   *
   * @throws QueryInvalid naming the first that cannot be read
   */
  static SearchQuery of(SearchParameters asked) {
    return of(asked, USUAL, MOST);
  }

  /**
   * Reads the parameters.
   *
   * @param usual entries when no limit is asked for
   * @param most entries that may be asked for
   * @throws QueryInvalid naming the first that cannot be read
   */
  public static SearchQuery of(SearchParameters asked, int usual, int most) {
    var query = new SearchQuery.Builder();
    query.add("time_ms >= ?", asked.from, text -> time("from", text));
    query.add("time_ms < ?", asked.to, text -> time("to", text));
    query.add("party = ?", asked.party, SearchQuery::text);
    query.add(
        "entry.idx IN (SELECT idx FROM disclosure WHERE actor = ?)",
        asked.actor,
        SearchQuery::text);
    query.add("operation = ?", asked.operation, SearchQuery::text);
    query.add("outcome = ?", asked.outcome, SearchQuery::outcome);
    query.add(
        "entry.idx IN (SELECT idx FROM entry_object WHERE object_id = ?)",
        asked.object,
        SearchQuery::text);
    query.add("entry.idx >= ?", asked.first, text -> number("first", text, 0, 0, Long.MAX_VALUE));
    var before = number("before", asked.before, Long.MAX_VALUE, 1, Long.MAX_VALUE);
    var limit = number("limit", asked.limit, usual, 1, most);
    return new SearchQuery(query.conditions, query.values, before, Math.toIntExact(limit));
  }

  @FunctionalInterface
  private interface Reader {
    Object read(String text);
  }

  private static final class Builder {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String condition, @Nullable String text, Reader reader) {
      if (text != null) {
        conditions.add(condition);
        values.add(reader.read(text));
      }
    }
  }

  private static Object text(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new QueryInvalid("a control character in a search text");
    }
    return text;
  }

  private static Object time(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException _) {
      throw new QueryInvalid(name + " is not a time like 2026-11-25T10:00:00Z");
    }
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
    if (text == null) {
      return usual;
    }
    try {
      var number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // answered below like a number out of range
    }
    throw new QueryInvalid(name + " is not a number from " + least + " to " + most);
  }
}
