package org.entente.indicator.act;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.indicator.act.Move.Grant;
import org.entente.indicator.act.Move.Retract;
import org.entente.indicator.admission.PostgresDefinitions;
import org.entente.indicator.admission.PostgresObjects;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.lookup.ObjectKeys;
import org.entente.indicator.lookup.PostgresKeys;
import org.entente.indicator.lookup.PostgresKeys.IndexedRelease;
import org.entente.indicator.store.PostgresColumns;
import org.entente.indicator.store.PostgresSession;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.rule.StixTime;

/// Reads and writes what acts are about; a handful of statements for any number of acts.
@Singleton
final class PostgresActs {
  private static final String VERSIONS =
      """
      SELECT id, stix_id, version, shown_version, type, bytes FROM object_version
      WHERE producer = ? AND stix_id = ANY (?)
      """;

  private static final String READERS =
      """
      SELECT object_version, audience, date_added FROM release
      WHERE collection = ? AND object_version = ANY (?)
      """;

  private static final String RETRACT =
      """
      DELETE FROM release r USING unnest(?::text[], ?::bigint[]) AS gone (audience, object_version)
      WHERE r.collection = ? AND r.audience = gone.audience
        AND r.object_version = gone.object_version
      """;

  private static final String TELL =
      """
      INSERT INTO withdrawal
        (collection, audience, date_withdrawn, stix_id, version, type, reason, submission,
          object_version)
      SELECT ?, r.audience, r.date_withdrawn, r.stix_id, r.version, r.type, r.reason, ?,
        r.object_version
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
        AS r (audience, date_withdrawn, stix_id, version, type, reason, object_version)
      """;

  /// A reader checks an object by the submission it came with, not by the act that released it.
  private static final String GRANT =
      """
      INSERT INTO release
        (collection, audience, date_added, object_version, submission, size, type, version,
          latest, earliest)
      SELECT ?, r.audience, r.date_added, o.id, o.submission, length(o.bytes), o.type, r.version,
        true, true
      FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[])
        AS r (audience, date_added, object_version, version)
      JOIN object_version o ON o.id = r.object_version
      """;

  private final PostgresSession session;
  private final PostgresDefinitions definitions;
  private final PostgresObjects objects;
  private final PostgresKeys keys;

  PostgresActs(
      PostgresSession session,
      PostgresDefinitions definitions,
      PostgresObjects objects,
      PostgresKeys keys) {
    this.session = session;
    this.definitions = definitions;
    this.objects = objects;
    this.keys = keys;
  }

  /// What the acts are about; call it under the collection's lock.
  Holdings load(Collection collection, List<Act> acts) {
    Set<String> ids = acts.stream().map(Act::object).collect(Collectors.toSet());
    List<Held> stored = session.call(connection -> versions(connection, collection, ids));
    Set<String> markings = new HashSet<>();
    stored.forEach(held -> markings.addAll(held.markings().references()));
    Map<String, List<Held>> versions =
        stored.stream().sorted(Held.BY_VERSION).collect(Collectors.groupingBy(Held::stixId));
    Holdings holdings = new Holdings(versions, definitions.find(collection.producer(), markings));
    session.call(connection -> readers(connection, collection, stored, holdings));
    return holdings;
  }

  private static List<Held> versions(Connection connection, Collection collection, Set<String> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(VERSIONS)) {
      statement.setString(1, collection.producer());
      statement.setArray(2, connection.createArrayOf("text", ids.toArray()));
      List<Held> found = new ArrayList<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        JsonObject content = (JsonObject) JsonReader.read(rows.getBytes("bytes"));
        found.add(
            new Held(
                rows.getLong("id"),
                rows.getString("stix_id"),
                rows.getString("version"),
                rows.getString("shown_version"),
                rows.getString("type"),
                content,
                TermsReader.markings(content)));
      }
      return found;
    }
  }

  private static Holdings readers(
      Connection connection, Collection collection, List<Held> stored, Holdings holdings)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READERS)) {
      statement.setObject(1, collection.id());
      Object[] ids = stored.stream().map(Held::id).toArray();
      statement.setArray(2, connection.createArrayOf("bigint", ids));
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        holdings.grant(
            rows.getLong("object_version"), rows.getString("audience"), rows.getLong("date_added"));
      }
      return holdings;
    }
  }

  /// Deletes and tells, then releases: what is released again has a row once more.
  void apply(Performable acts, List<Done> done) {
    List<Retract> retracts = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    for (Move move : done.stream().flatMap(one -> one.moves().stream()).toList()) {
      switch (move) {
        case Retract retract -> retracts.add(retract);
        case Grant grant -> grants.add(grant);
      }
    }
    session.call(connection -> {
      retract(connection, acts, retracts);
      grant(connection, acts, grants);
      return done.size();
    });
    keys.forget(acts.collection().id(), indexed(retracts));
    keys.index(acts.collection().id(), indexed(grants));
    Set<String> moved = new HashSet<>();
    retracts.forEach(move -> moved.add(move.held().stixId()));
    grants.forEach(move -> moved.add(move.held().stixId()));
    objects.markFirstAndLast(acts.collection(), moved);
  }

  private static void retract(Connection connection, Performable acts, List<Retract> moves)
      throws SQLException {
    try (PreparedStatement gone = connection.prepareStatement(RETRACT);
        PreparedStatement told = connection.prepareStatement(TELL)) {
      PostgresColumns<Retract> rows = new PostgresColumns<>(connection, gone, moves);
      rows.bind(1, "text", Retract::audience);
      rows.bind(2, "bigint", move -> move.held().id());
      gone.setObject(3, acts.collection().id());
      if (gone.executeUpdate() != moves.size()) {
        throw new IllegalStateException("a release row vanished under the collection's lock");
      }
      PostgresColumns<Retract> columns = new PostgresColumns<>(connection, told, moves);
      told.setObject(1, acts.collection().id());
      told.setObject(2, acts.id());
      columns.bind(3, "text", Retract::audience);
      columns.bind(4, "bigint", Retract::date);
      columns.bind(5, "text", move -> move.held().stixId());
      columns.bind(6, "text", Retract::version);
      columns.bind(7, "text", move -> move.held().type());
      columns.bind(8, "text", Retract::reason);
      columns.bind(9, "bigint", move -> move.held().id());
      told.executeUpdate();
    }
  }

  private static void grant(Connection connection, Performable acts, List<Grant> moves)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GRANT)) {
      PostgresColumns<Grant> columns = new PostgresColumns<>(connection, statement, moves);
      statement.setObject(1, acts.collection().id());
      columns.bind(2, "text", Grant::audience);
      columns.bind(3, "bigint", Grant::date);
      columns.bind(4, "bigint", move -> move.held().id());
      columns.bind(5, "text", PostgresActs::sortable);
      statement.executeUpdate();
    }
  }

  /// What these may be looked up by, from now on or no more.
  private static List<IndexedRelease> indexed(List<? extends Move> moves) {
    return moves.stream()
        .map(move ->
            new IndexedRelease(
                move.audience(), move.held().id(), ObjectKeys.of(move.held().content())))
        .toList();
  }

  private static String sortable(Grant grant) {
    return StixTime.parse(grant.held().shownAt(grant.date())).orElseThrow().sortable();
  }
}
