package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.CompactRange;
import org.entente.log.RootHash;
import org.entente.log.TileLayout;

/**
 * The head of the log, and what must not be there beside what was checked entry by entry.
 *
 * @param connection in one snapshot for all statements
 */
record PostgresEnds(Connection connection) {

  private static final int NAMED = 10;

  /** The head as stored. */
  record Head(long size, RootHash root) {}

  /**
   * Where the log ends.
   *
   * @throws TreeDamaged when its row is gone
   */
  Head head() throws SQLException {
    try (var select = connection.prepareStatement("SELECT size, root FROM log_state WHERE id = 1");
        var row = select.executeQuery()) {
      if (!row.next()) {
        throw new TreeDamaged("log_state has no row");
      }
      return new Head(row.getLong("size"), RootHash.of(row.getBytes("root")));
    }
  }

  /** What does not fit the tree of all entries, or has no entry at all. */
  List<Finding> findings(CompactRange all, long objects) throws SQLException {
    var findings = new ArrayList<Finding>();
    if (!head().root().equals(all.root())) {
      findings.add(Finding.ofLog("log_state", "its root is not that of the entries"));
    }
    if (number("SELECT coalesce(max(size), -1) FROM checkpoint", List.of()) != all.size()) {
      findings.add(Finding.ofLog("checkpoint " + all.size(), "is missing, or not the last one"));
    }
    var beyond = number("SELECT count(*) FROM entry WHERE idx >= ?", List.of(all.size()));
    if (beyond > 0) {
      findings.add(Finding.ofLog(Finding.entry(all.size()), "is beyond the head of the log"));
    }
    tiles(findings, all.size());
    keys(findings, all.size());
    objects(findings, all.size(), objects);
    readers(findings, all.size());
    return findings;
  }

  private void tiles(List<Finding> findings, long size) throws SQLException {
    var full = TileLayout.becomingFull(0, size).size();
    if (number("SELECT count(*) FROM tile", List.of()) != full) {
      findings.add(Finding.ofLog("tile", "there are others than the full ones"));
    }
  }

  private void keys(List<Finding> findings, long size) throws SQLException {
    if (number("SELECT count(*) FROM idem WHERE idx < ?", List.of(size)) != size) {
      findings.add(Finding.derived("idem", "has not one key for each entry"));
      name(
          findings,
          """
          SELECT i.idx FROM idem i LEFT JOIN entry e ON e.idx = i.idx
          WHERE i.idx < ? AND position(convert_to(i.uid::text, 'UTF8') IN coalesce(e.body, '')) = 0
          """,
          size,
          "a key that is not its own leads to it");
    }
  }

  private void objects(List<Finding> findings, long size, long expected) throws SQLException {
    var there = number("SELECT count(*) FROM entry_object WHERE idx < ?", List.of(size));
    if (there != expected) {
      findings.add(
          Finding.derived("entry_object", "has not one row for each mention of an object"));
      name(
          findings,
          """
          SELECT o.idx FROM entry_object o LEFT JOIN entry e ON e.idx = o.idx
          WHERE o.idx < ?
            AND position(convert_to(to_json(o.object_id)::text, 'UTF8') IN coalesce(e.body, '')) = 0
          """,
          size,
          "is found by an object it is not about");
    }
  }

  private void readers(List<Finding> findings, long size) throws SQLException {
    var stray =
        """
        SELECT count(*) FROM entry_reader r
        WHERE r.idx < ? AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.idx = r.idx)
        """;
    if (number(stray, List.of(size)) > 0) {
      findings.add(Finding.derived("entry_reader", "has rows of no entry"));
    }
    var personal = "SELECT count(*) FROM disclosure WHERE idx < 0 OR idx >= ?";
    if (number(personal, List.of(size)) > 0) {
      findings.add(Finding.derived("disclosure", "has rows of no entry"));
    }
  }

  private void name(List<Finding> findings, String sql, long size, String detail)
      throws SQLException {
    try (var select = connection.prepareStatement(sql + " ORDER BY 1 LIMIT " + NAMED)) {
      select.setLong(1, size);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          findings.add(Finding.derived(Finding.entry(rows.getLong(1)), detail));
        }
      }
    }
  }

  private long number(String sql, List<Long> parameters) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.size(); i++) {
        select.setLong(i + 1, parameters.get(i));
      }
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
