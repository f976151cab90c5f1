package org.entente.audit.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.entente.audit.refusal.QueryInvalid;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;

/**
 * A search without its page: what the address of the search page says, names in order. Pure.
 *
 * @param filled what is asked for, by name; nothing empty
 */
public record ReviewQuery(SortedMap<String, String> filled) {

  private static final int LONGEST = 2_000;
  private static final Set<String> TIMES = Set.of("from", "to");
  private static final Map<String, BiConsumer<SearchParameters, String>> FIELDS =
      Map.ofEntries(
          Map.entry("party", (asked, text) -> asked.party = text),
          Map.entry("actor", (asked, text) -> asked.actor = text),
          Map.entry("agency", (asked, text) -> asked.agency = text),
          Map.entry("operation", (asked, text) -> asked.operation = text),
          Map.entry("object", (asked, text) -> asked.object = text),
          Map.entry("value", (asked, text) -> asked.value = text),
          Map.entry("outcome", (asked, text) -> asked.outcome = text),
          Map.entry("purpose", (asked, text) -> asked.purpose = text),
          Map.entry("marking", (asked, text) -> asked.marking = text),
          Map.entry("from", (asked, text) -> asked.from = text),
          Map.entry("to", (asked, text) -> asked.to = text),
          Map.entry("first", (asked, text) -> asked.first = text),
          Map.entry("last", (asked, text) -> asked.last = text));

  public ReviewQuery {
    filled = new TreeMap<>(filled);
  }

  /**
   * Reads the query of an address; how it pages is left out.
   *
   * @throws QueryInvalid when it is none
   * @throws org.entente.audit.search.SecretInQuery when it holds a secret
   */
  public static ReviewQuery parse(String text) {
    var filled = new TreeMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var parts = pair.split("=", 2);
      var value = parts.length == 2 ? decoded(parts[1]).strip() : "";
      if (FIELDS.containsKey(parts[0]) && !value.isEmpty() && filled.put(parts[0], value) != null) {
        throw new QueryInvalid(parts[0] + " comes twice");
      }
    }
    var query = new ReviewQuery(filled);
    if (query.text().length() > LONGEST) {
      throw new QueryInvalid("a query to be reviewed has at most " + LONGEST + " characters");
    }
    query.search();
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      throw new QueryInvalid("a broken percent-encoding");
    }
  }

  /** In its one form: names in order, each once. */
  public String text() {
    return filled.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Ready to be searched, from any place on. */
  public SearchParameters parameters() {
    var asked = new SearchParameters();
    filled.forEach((name, value) -> FIELDS.getOrDefault(name, (_, _) -> {}).accept(asked, value));
    return asked;
  }

  SearchQuery search() {
    return SearchQuery.of(parameters(), Frozen.MOST, Frozen.MOST);
  }

  /** Whether it asks for nothing but a time. */
  boolean onlyTime() {
    return TIMES.containsAll(filled.keySet());
  }
}
