package org.entente.indicator.admission;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.entente.indicator.store.PostgresSession;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.TermsReader;

/// The marking-definitions a producer has; another producer's mean nothing to it.
@Singleton
public final class PostgresDefinitions {
  private final PostgresSession session;

  PostgresDefinitions(PostgresSession session) {
    this.session = session;
  }

  /// What each of these definitions asks of objects that refer to it, as far as the producer has
  /// them. One statement for any number.
  public Map<String, Terms> find(String producer, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String sql =
        """
        SELECT stix_id, bytes FROM object_version
        WHERE producer = ? AND stix_id = ANY (?) AND version = '' AND type = 'marking-definition'
        """;
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, producer);
        statement.setArray(2, connection.createArrayOf("text", ids.toArray()));
        Map<String, Terms> found = new HashMap<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
          JsonObject definition = (JsonObject) JsonReader.read(rows.getBytes("bytes"));
          found.put(rows.getString("stix_id"), TermsReader.definition(definition));
        }
        return found;
      }
    });
  }
}
