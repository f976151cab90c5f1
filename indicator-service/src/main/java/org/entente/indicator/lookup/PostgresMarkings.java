package org.entente.indicator.lookup;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.lookup.Definitions.Owned;
import org.entente.indicator.store.PostgresColumns;
import org.entente.indicator.store.PostgresSession;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.TermsReader;

/// Reads the marking-definitions a reader has: one statement for any number, none for none.
@Singleton
final class PostgresMarkings {
  private static final String FIND =
      """
      SELECT DISTINCT o.producer, o.stix_id, o.bytes
      FROM unnest(?::text[], ?::text[]) AS w (producer, stix_id)
        JOIN object_version o ON o.producer = w.producer AND o.stix_id = w.stix_id
          AND o.version = '' AND o.type = 'marking-definition'
        JOIN release r ON r.object_version = o.id AND r.audience = ? AND r.collection = ANY (?)
      """;

  private final PostgresSession session;

  PostgresMarkings(PostgresSession session) {
    this.session = session;
  }

  /// Those of the wanted ones that were released to the reader.
  Definitions find(Place place, Set<Owned> wanted) {
    return wanted.isEmpty()
        ? Definitions.NONE
        : session.call(connection -> find(connection, place, List.copyOf(wanted)));
  }

  private static Definitions find(Connection connection, Place place, List<Owned> wanted)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      PostgresColumns<Owned> columns = new PostgresColumns<>(connection, statement, wanted);
      columns.bind(1, "text", Owned::producer);
      columns.bind(2, "text", Owned::id);
      statement.setString(3, place.audience());
      statement.setArray(
          4, connection.createArrayOf("uuid", place.collections().toArray(UUID[]::new)));
      Map<Owned, Terms> found = new HashMap<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        JsonObject definition = (JsonObject) JsonReader.read(rows.getBytes("bytes"));
        found.put(
            new Owned(rows.getString("producer"), rows.getString("stix_id")),
            TermsReader.definition(definition));
      }
      return new Definitions(found);
    }
  }
}
