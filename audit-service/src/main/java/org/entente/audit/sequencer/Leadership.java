package org.entente.audit.sequencer;

import java.sql.SQLException;
import java.util.Optional;

/** The way to become the one sequencer that leads. */
@FunctionalInterface
interface Leadership {

  /** A new term, or empty while another sequencer leads. */
  Optional<PostgresLeader> begin() throws SQLException;
}
