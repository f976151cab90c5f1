package org.entente.audit.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.audit.tree.PostgresErasures;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.StoreFailed;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.CompactRange;
import org.entente.log.EvidenceRejected;
import org.entente.log.LeafHash;
import org.entente.log.NodeHash;
import org.entente.log.ProofBuilder;
import org.entente.log.TileCoordinates;
import org.entente.log.TlogPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A pass over the whole log, in steps of one full tile of entries. Each step reads in a snapshot of
 * its own, so that appends go on meanwhile, and trusts nothing stored but the tree before it, whose
 * root the checkpoints behind it must confirm. Used by one thread.
 */
final class LogCheck {

  private static final int STEP = 256;

  private final TlogPolicy log;
  private @Nullable CompactRange before;
  private Erased erased = new Erased();

  /**
   * @param log the log's keys, all of which must have signed each checkpoint
   */
  LogCheck(TlogPolicy log) {
    this.log = log.sequenced();
  }

  /**
   * Takes one step.
   *
   * @param connection not in a transaction; is left so
   */
  Step step(Connection connection, Position from) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      return read(connection, from);
    } catch (TreeDamaged e) {
      return broken(from, e.detail());
    } catch (EvidenceRejected e) {
      return broken(from, e.detail());
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setReadOnly(false);
    }
  }

  private Step read(Connection connection, Position from) throws SQLException {
    var size = new PostgresEnds(connection).head().size();
    var to = Math.min(size, from.verified() + STEP);
    if (to < from.verified()) {
      return broken(from, "the log is shorter than it was");
    }
    var chunk = new PostgresChunk(connection).read(from.verified(), to);
    var findings = new ArrayList<>(EntryCheck.of(chunk));
    findings.addAll(DerivedCheck.of(chunk));
    findings.addAll(new PostgresKept(connection).findings(from.verified(), to, size));
    findings.addAll(erased(connection, chunk));
    var tree = new TreeCheck(chunk, tile -> below(connection, tile));
    findings.addAll(tree.findings());
    var start = before(connection, from.verified());
    var checkpoints = new CheckpointCheck(log, chunk);
    var leaves = leaves(tree, checkpoints, start);
    if (leaves.isEmpty()) {
      return Step.brokenOff(from, size, findings);
    }
    findings.addAll(checkpoints.findings(start, leaves.get()));
    return after(
        connection, chunk, start.appendAll(leaves.get()), Step.onTheWay(from, size, findings));
  }

  private List<Finding> erased(Connection connection, Chunk chunk) throws SQLException {
    if (chunk.from() == 0) {
      erased = new Erased();
    }
    erased.learn(new PostgresErasures(connection).old(erased.last()), chunk.from());
    return erased.of(chunk.derived().personal());
  }

  /**
   * What the entries were, if entries, their leaf hashes and the tile disagree: what fits the
   * signatures, and if there are none here, the tile's root.
   */
  private static Optional<List<LeafHash>> leaves(
      TreeCheck tree, CheckpointCheck checkpoints, CompactRange before) {
    var byEntries = tree.byEntries();
    return Stream.of(byEntries, tree.byLeafHashes())
        .flatMap(Optional::stream)
        .filter(leaves -> checkpoints.fit(before, leaves) && tree.fitsRoot(leaves))
        .findFirst()
        .or(tree::byTile)
        .or(() -> byEntries);
  }

  private Step after(Connection connection, Chunk chunk, CompactRange grown, Step step)
      throws SQLException {
    var objects = step.position().objects() + Chunk.mentions(chunk.rows()).count();
    var position = new Position(chunk.to(), objects);
    if (chunk.to() < step.size()) {
      before = grown;
      return Step.onTheWay(position, step.size(), step.findings());
    }
    before = null;
    var findings = new ArrayList<>(step.findings());
    findings.addAll(new PostgresEnds(connection).findings(grown, objects));
    return Step.last(position, step.size(), findings, grown.root());
  }

  /** Where another life of this pass ended, the tree is taken from the tiles it had checked. */
  private CompactRange before(Connection connection, long size) {
    var known = before;
    return known != null && known.size() == size
        ? known
        : new ProofBuilder(new PostgresTiles(connection), size).range();
  }

  private Step broken(Position from, String detail) {
    before = null;
    return Step.brokenOff(from, from.verified(), List.of(Finding.ofLog("tree", detail)));
  }

  private static List<NodeHash> below(Connection connection, TileCoordinates tile) {
    try {
      return new PostgresRoots(connection).below(tile);
    } catch (SQLException e) {
      throw new StoreFailed("reading the roots of tiles", e);
    }
  }
}
