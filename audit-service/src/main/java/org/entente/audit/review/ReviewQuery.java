package org.entente.audit.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  public ReviewQuery {
    filled = new TreeMap<>(filled);
  }

  /**
   * Reads the query of an address; how it pages is left out.
   *
   * @throws QueryInvalid when it is none
   * @throws org.entente.audit.refusal.SecretInQuery when it holds a secret
   */
  public static ReviewQuery parse(String text) {
    var filled = new TreeMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var parts = pair.split("=", 2);
      var value = parts.length == 2 ? decoded(parts[1]).strip() : "";
      if (SearchParameters.knows(parts[0])
          && !value.isEmpty()
          && filled.put(parts[0], value) != null) {
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
    return SearchParameters.text(filled);
  }

  /** Ready to be searched, from any place on. */
  public SearchParameters parameters() {
    return SearchParameters.of(filled);
  }

  SearchQuery search() {
    return SearchQuery.of(parameters(), Frozen.MOST, Frozen.MOST);
  }

  /** Whether it asks for nothing but a time. */
  boolean onlyTime() {
    return TIMES.containsAll(filled.keySet());
  }
}
