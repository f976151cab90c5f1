package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.audit.fsck.Finding.Part;
import org.entente.log.RootHash;

/**
 * Where passes are, and what they found.
 *
 * @param connection stays open
 */
record PostgresPasses(Connection connection) {

  /** Enough to see what happened; the first one alone is reason to look. */
  private static final int MOST = 1_000;

  private static final String STATE =
      "SELECT pass, verified, objects, started_ms, ended_ms FROM fsck_state WHERE id = 1";
  private static final String SAVE =
      """
      INSERT INTO fsck_state AS old (id, pass, verified, objects, started_ms, ended_ms, root)
      VALUES (1, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET pass = excluded.pass, verified = excluded.verified,
        objects = excluded.objects, started_ms = excluded.started_ms, ended_ms = excluded.ended_ms,
        root = excluded.root,
        uid = CASE WHEN old.pass = excluded.pass THEN old.uid ELSE excluded.uid END,
        told = CASE WHEN old.pass = excluded.pass THEN old.told END
      """;

  /** What the pass before had found already keeps its record, and when it was found first. */
  private static final String FOUND =
      """
      INSERT INTO fsck_finding (pass, place, detail, of_log, found_ms, uid, told)
      SELECT new.pass, new.place, new.detail, new.of_log, coalesce(before.found_ms, new.found_ms),
        coalesce(before.uid, gen_random_uuid()), before.told
      FROM (VALUES (?::bigint, ?, ?, ?, ?::bigint)) AS new (pass, place, detail, of_log, found_ms)
      LEFT JOIN fsck_finding before ON before.pass = new.pass - 1
        AND before.place = new.place AND before.detail = new.detail
      WHERE (SELECT count(*) FROM fsck_finding WHERE pass = new.pass) < ?
      ON CONFLICT DO NOTHING
      """;

  private static final String FINDINGS =
      """
      SELECT place, detail, of_log FROM fsck_finding
      WHERE pass >= (SELECT CASE WHEN ended_ms IS NULL THEN pass - 1 ELSE pass END FROM fsck_state)
      GROUP BY place, detail, of_log ORDER BY min(found_ms), place, detail LIMIT ?
      """;

  Optional<Pass> last() throws SQLException {
    try (var select = connection.prepareStatement(STATE);
        var row = select.executeQuery()) {
      return row.next() ? Optional.of(pass(row)) : Optional.empty();
    }
  }

  private static Pass pass(ResultSet row) throws SQLException {
    var ended = row.getObject("ended_ms", Long.class);
    return new Pass(
        row.getLong("pass"),
        new Position(row.getLong("verified"), row.getLong("objects")),
        Instant.ofEpochMilli(row.getLong("started_ms")),
        Optional.ofNullable(ended).map(Instant::ofEpochMilli));
  }

  /** Keeps what a step found and where it ended, together. */
  void save(Pass pass, Step step, Instant now) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (var finding : step.findings()) {
        insert(pass.number(), finding, now);
      }
      save(pass, step.root());
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void insert(long pass, Finding finding, Instant now) throws SQLException {
    try (var insert = connection.prepareStatement(FOUND)) {
      insert.setLong(1, pass);
      insert.setString(2, finding.place());
      insert.setString(3, finding.detail());
      insert.setBoolean(4, finding.part() == Part.LOG);
      insert.setLong(5, now.toEpochMilli());
      insert.setInt(6, MOST);
      insert.executeUpdate();
    }
  }

  private void save(Pass pass, Optional<RootHash> root) throws SQLException {
    try (var save = connection.prepareStatement(SAVE)) {
      save.setLong(1, pass.number());
      save.setLong(2, pass.position().verified());
      save.setLong(3, pass.position().objects());
      save.setLong(4, pass.started().toEpochMilli());
      if (pass.ended().isPresent()) {
        save.setLong(5, pass.ended().get().toEpochMilli());
      } else {
        save.setNull(5, Types.BIGINT);
      }
      save.setBytes(6, root.map(RootHash::toByteArray).orElse(null));
      save.executeUpdate();
    }
  }

  /** What the pass under way and the one before it, or the last one, found; the oldest first. */
  List<Finding> findings() throws SQLException {
    var findings = new ArrayList<Finding>();
    try (var select = connection.prepareStatement(FINDINGS)) {
      select.setInt(1, MOST);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var part = rows.getBoolean("of_log") ? Part.LOG : Part.DERIVED;
          findings.add(new Finding(part, rows.getString("place"), rows.getString("detail")));
        }
      }
    }
    return findings;
  }
}
