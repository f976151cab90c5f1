package org.entente.audit.sequencer;

import java.sql.SQLException;
import java.util.Optional;

/** The way to become the one sequencer that leads. */
interface Leadership {

  /** A new term, or empty while another sequencer leads. */
  Optional<PostgresLeader> begin() throws SQLException;

  /** Where the one that leads is reached, as far as it said so. */
  Optional<String> leader() throws SQLException;
}
