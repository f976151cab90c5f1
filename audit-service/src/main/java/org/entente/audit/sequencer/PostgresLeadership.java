package org.entente.audit.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Bids for the lead over connections of this source.
 *
 * @param address where fellow replicas reach this one, if they can
 * @param check of the stored log by what others remember, before anything is signed
 */
record PostgresLeadership(DataSource source, Notary notary, Optional<String> address, Check check)
    implements Leadership {

  /** What somebody else remembers of the log. */
  @FunctionalInterface
  interface Check {

    /**
     * Holds the stored log against it.
     *
     * @throws org.entente.audit.tree.TreeDamaged when it does not fit
     * @throws org.entente.audit.witness.MemoryUnknown when that cannot be known now
     */
    void require(Connection connection, long size) throws SQLException;
  }

  @Override
  public Optional<PostgresLeader> begin() throws SQLException {
    var term = PostgresTerm.begin(source, notary, address);
    if (term.isPresent()) {
      term.get().require(check);
    }
    return term.map(begun -> new PostgresLeader(begun, notary));
  }

  @Override
  public Optional<String> leader() throws SQLException {
    return PostgresTerm.leader(source);
  }
}
