package org.entente.audit.search;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.visibility.AuditScope;

/** Answers searches with what people read first. Thread-safe. */
@Singleton
public class PostgresHits {

  /** The columns {@link #hit} needs. */
  public static final String COLUMNS = Finding.COLUMNS + ", time_ms, operation, outcome, code";

  private final PostgresSearch search;

  PostgresHits(PostgresSearch search) {
    this.search = search;
  }

  /** One page of what this scope may read. */
  public Paged<Hit> find(SearchQuery query, AuditScope scope) {
    return search.page(query, scope, COLUMNS, PostgresHits::hit, Hit::index);
  }

  /** The same in the tree of this size: what came later is not found. */
  public Paged<Hit> find(SearchQuery query, AuditScope scope, long size) {
    var seen = new PostgresSearch.Seen(scope, OptionalLong.of(size));
    return search.page(query, seen, COLUMNS, PostgresHits::hit, Hit::index);
  }

  /** Those of these entries that this scope may read, newest first. */
  public List<Hit> of(List<Long> indices, AuditScope scope) {
    return indices.isEmpty() ? List.of() : find(SearchQuery.of(indices), scope).entries();
  }

  /**
   * The entry of the current row, as its record says it: the columns beside it, which only searches
   * need, could be anybody's, and speak where the record cannot be read.
   */
  public static Hit hit(ResultSet row) throws SQLException {
    var found = Finding.of(row);
    var entry = found.entry();
    var leaf = entry.body().toByteArray();
    var record = Facets.record(leaf);
    var facets = Facets.of(record);
    var hit =
        new Hit(
            entry.index(),
            Instant.ofEpochMilli(row.getLong("time_ms")),
            entry.party(),
            found.actor(),
            facets.getOrDefault(Facets.AGENCY, ""),
            row.getString("operation"),
            row.getString("outcome"),
            row.getString("code"),
            facets.getOrDefault(Facets.PURPOSE, ""),
            facets.getOrDefault(Facets.MARKING, ""),
            objects(record),
            entry.intact());
    return hit.intact() ? said(hit, leaf) : hit;
  }

  private static Hit said(Hit hit, byte[] leaf) {
    try {
      return hit.saying(RecordParser.leaf(leaf));
    } catch (RecordRejected _) {
      return hit; // of an older contract
    }
  }

  private static List<String> objects(JsonNode record) {
    var objects = new ArrayList<String>();
    record.path("resources").forEach(object -> objects.add(object.path("uid").asText("")));
    return objects;
  }
}
