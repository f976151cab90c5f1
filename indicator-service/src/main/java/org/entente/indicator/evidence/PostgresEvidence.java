package org.entente.indicator.evidence;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.store.PostgresSession;
import org.entente.indicator.taxii.TaxiiTime;

/// Finds the submissions behind objects.
@Singleton
final class PostgresEvidence {
  private static final String RELEASED_TRACES =
      """
      SELECT r.submission, o.stix_id, o.version, o.shown_version, o.type, r.date_added
      FROM object_version o JOIN release r ON r.object_version = o.id
      WHERE o.producer = ? AND o.stix_id = ? AND r.collection = ? AND r.audience = ?
      ORDER BY o.version DESC
      """;

  private static final String OWN_TRACES =
      """
      SELECT o.submission, o.stix_id, o.version, o.shown_version, o.type, 0 AS date_added
      FROM object_version o WHERE o.producer = ? AND o.stix_id = ? ORDER BY o.version DESC
      """;

  private static final String SUBMISSION =
      """
      SELECT s.id, s.partner, s.manifest, s.body, s.received_at, s.log_index, s.leaf
      FROM submission s WHERE s.id = ?
      """;

  /// Who sees every object version of a body, in the collection it came to, may see a body that
  /// says nothing else. An act may have released the object at hand in another collection.
  private static final String RELEASED_AS_A_WHOLE =
      """
      AND s.collection = ANY (?) AND s.disclosable AND cardinality(s.members) = (
        SELECT count(*) FROM release r
        WHERE r.collection = s.collection AND r.audience = ? AND r.object_version = ANY (s.members))
      """;

  private final PostgresSession session;

  PostgresEvidence(PostgresSession session) {
    this.session = session;
  }

  /// The versions of an object that were released to a partner, the latest first.
  List<Trace> releasedTraces(Collection collection, String stixId, String audience) {
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(RELEASED_TRACES)) {
        statement.setString(1, collection.producer());
        statement.setString(2, stixId);
        statement.setObject(3, collection.id());
        statement.setString(4, audience);
        return traces(statement.executeQuery());
      }
    });
  }

  /// The versions of a producer's own object, the latest first.
  List<Trace> ownTraces(String producer, String stixId) {
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(OWN_TRACES)) {
        statement.setString(1, producer);
        statement.setString(2, stixId);
        return traces(statement.executeQuery());
      }
    });
  }

  private static List<Trace> traces(ResultSet rows) throws SQLException {
    List<Trace> traces = new ArrayList<>();
    while (rows.next()) {
      String type = rows.getString("type");
      long dateAdded = rows.getLong("date_added");
      boolean timed =
          rows.getString("version").isEmpty()
              && dateAdded > 0
              && !type.equals("marking-definition");
      String version = timed ? TaxiiTime.format(dateAdded) : rows.getString("shown_version");
      traces.add(
          new Trace(
              new Resource(rows.getString("stix_id"), version, type),
              rows.getObject("submission", UUID.class)));
    }
    return traces;
  }

  /// A submission, if all of it was released to the partner.
  ///
  /// @param readable collections that the partner may read
  Optional<Evidence> released(UUID submission, String audience, List<UUID> readable) {
    return session.call(connection -> {
      String sql = SUBMISSION + RELEASED_AS_A_WHOLE;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, submission);
        statement.setArray(2, connection.createArrayOf("uuid", readable.toArray()));
        statement.setString(3, audience);
        return evidence(statement.executeQuery());
      }
    });
  }

  /// A submission, for the partner that made it.
  Optional<Evidence> own(UUID submission) {
    return session.call(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(SUBMISSION)) {
        statement.setObject(1, submission);
        return evidence(statement.executeQuery());
      }
    });
  }

  private static Optional<Evidence> evidence(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    return Optional.of(
        new Evidence(
            rows.getObject("id", UUID.class),
            rows.getString("partner"),
            Slice.of(rows.getBytes("manifest")),
            Slice.of(rows.getBytes("body")),
            rows.getLong("received_at"),
            new Receipt(rows.getLong("log_index"), rows.getString("leaf"))));
  }
}
