package org.entente.audit.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.StoredEntry;
import org.entente.audit.visibility.AuditScope;

/** Answers searches with what people read first. Thread-safe. */
@Singleton
public class PostgresHits {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLUMNS =
      StoredEntry.COLUMNS + ", time_ms, operation, outcome, code, " + Actors.OF_ENTRY + " AS actor";

  private final PostgresSearch search;

  PostgresHits(PostgresSearch search) {
    this.search = search;
  }

  /** One page of what this scope may read. */
  public Paged<Hit> find(SearchQuery query, AuditScope scope) {
    return search.page(query, scope, COLUMNS, PostgresHits::hit, Hit::index);
  }

  private static Hit hit(ResultSet row) throws SQLException {
    var entry = StoredEntry.of(row);
    var body = entry.body().toByteArray();
    var facets = Facets.of(body);
    return new Hit(
        entry.index(),
        Instant.ofEpochMilli(row.getLong("time_ms")),
        entry.party(),
        row.getString("actor"),
        facets.getOrDefault(Facets.AGENCY, ""),
        row.getString("operation"),
        row.getString("outcome"),
        row.getString("code"),
        facets.getOrDefault(Facets.PURPOSE, ""),
        facets.getOrDefault(Facets.MARKING, ""),
        objects(body),
        entry.intact());
  }

  private static List<String> objects(byte[] body) {
    var objects = new ArrayList<String>();
    try {
      for (var resource : JSON.readTree(body).path("resources")) {
        objects.add(resource.path("uid").asText(""));
      }
    } catch (IOException _) {
      return List.of(); // altered, which is said
    }
    return objects;
  }
}
