package org.entente.audit.sequencer;

import java.sql.SQLException;
import java.util.List;
import org.entente.audit.tree.PostgresTiles;
import org.entente.audit.tree.TreeDamaged;
import org.entente.log.EvidenceRejected;
import org.entente.log.Growth;

/**
 * One term of leading the log: a connection of its own, the head in memory, one transaction of
 * three round trips per batch: which keys are known, all that is written, COMMIT; one more where a
 * tile becomes full, whose older hashes are read again. After any exception its head is worthless
 * and it must be closed; whatever was committed is found again by whoever takes over. Owned by the
 * sequencer's thread.
 */
final class PostgresLeader implements AutoCloseable {

  private final PostgresTerm term;
  private final PostgresStatements statements;
  private final Notary notary;
  private Head head;

  PostgresLeader(PostgresTerm term, Notary notary) {
    this.term = term;
    this.statements = new PostgresStatements(term.connection());
    this.notary = notary;
    this.head = term.head();
  }

  Head head() {
    return head;
  }

  /**
   * Sequences one batch: durable when this returns, and only then may anybody hear of it (I2).
   *
   * @return one result for each entry, in order
   * @throws Superseded when another sequencer leads: nothing was committed
   * @throws SQLException at COMMIT, the outcome is unknown (I5); before it, nothing was committed
   * @throws TreeDamaged when stored hashes contradict the head: nothing was committed
   */
  List<AppendResult> append(List<NewEntry> batch) throws SQLException {
    var plan = BatchPlan.of(batch, statements.known(batch), head.size());
    if (plan.fresh().isEmpty()) {
      term.connection().rollback(); // only read; what was found is committed
    } else {
      commit(plan.fresh());
    }
    return plan.results();
  }

  private void commit(List<NewEntry> fresh) throws SQLException {
    var time = notary.timeAfter(head);
    var growth = grow(fresh);
    statements.write(head, growth, fresh, notary.note(growth.range(), time), time);
    // A crash up to here leaves no trace: the signature above never left this process.
    term.connection().commit();
    // A crash from here on loses only the answer: the caller's retry finds its key.
    head = head.moved(growth.range(), time);
  }

  private Growth grow(List<NewEntry> fresh) {
    var leaves = fresh.stream().map(NewEntry::leaf).toList();
    try {
      return Growth.of(head.range(), leaves, new PostgresTiles(term.connection()));
    } catch (EvidenceRejected e) {
      throw new TreeDamaged(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Asks whether this term still holds; also notices a dead connection while there is no work.
   *
   * @throws Superseded when it does not
   */
  void check() throws SQLException {
    term.check();
  }

  @Override
  public void close() {
    term.close();
  }
}
