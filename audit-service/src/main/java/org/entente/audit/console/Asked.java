package org.entente.audit.console;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.audit.search.SearchParameters;

/** What was asked, to be shown in the form again and to be asked of the next page. */
public record Asked(SortedMap<String, String> filled) {

  private static final String LIMIT = "limit";

  /** What is asked for most; the contract has all. */
  private static final List<String> OPERATIONS =
      List.of(
          "taxii.getObjects",
          "taxii.getObject",
          "taxii.getManifest",
          "taxii.getVersions",
          "taxii.addObjects",
          "taxii.addObjects.outcome",
          "taxii.deleteObject",
          "taxii.deleteObject.outcome",
          "taxii.getStatus",
          "lookup",
          "rights.get",
          "evidence.get",
          "release.act",
          "release.act.outcome",
          "receipt.get",
          "log.search",
          "log.getEntries",
          "log.gaps",
          "log.reconcile",
          "log.export",
          "log.erase",
          "log.damage",
          "log.verified",
          "log.start",
          "log.stop",
          "log.takeover",
          "log.restore",
          "log.keyChange",
          "log.policyChange",
          "erasure.request",
          "console.overview",
          "console.search",
          "console.seen",
          "console.did",
          "console.export",
          "console.gaps",
          "console.record",
          "review.open",
          "review.sign",
          "review.withdraw",
          "http.unknown");

  public Asked {
    filled = Collections.unmodifiableSortedMap(new TreeMap<>(filled));
  }

  /** What these parameters ask for. */
  public Asked(SearchParameters asked) {
    this(read(asked));
  }

  private static SortedMap<String, String> read(SearchParameters asked) {
    var filled = asked.byName();
    if (asked.limit != null && !asked.limit.isBlank()) {
      filled.put(LIMIT, asked.limit.strip());
    }
    return filled;
  }

  /** Operations to choose from. */
  public List<String> operations() {
    return OPERATIONS;
  }

  /** What was asked for under this name; empty when nothing was. */
  public String of(String name) {
    return filled.getOrDefault(name, "");
  }

  /** The same search from another place: {@code before=17}. */
  public String from(String place, long index) {
    var query = SearchParameters.text(filled);
    return (query.isEmpty() ? "" : query + "&") + place + "=" + index;
  }

  /** The whole search, however many of its entries a page shows. */
  public String all() {
    var others = new HashMap<>(filled);
    others.remove(LIMIT);
    return SearchParameters.text(others);
  }
}
