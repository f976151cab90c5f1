package org.entente.audit.sequencer;

/**
 * One accident.
 *
 * @param point how the statement begins at which it happens, {@link #COMMIT} for the end
 */
record Fault(String point, Kind kind) {

  static final String COMMIT = "COMMIT";

  /** What happens. */
  enum Kind {
    /** The server refuses the statement, as with a full disk. */
    DISK_FULL,
    /** The server process dies before it sees the statement. */
    BACKEND_KILLED,
    /** The network breaks before the statement is sent. */
    SOCKET_CUT,
    /** The statement is carried out, and the network breaks before its answer arrives. */
    ANSWER_LOST,
    /** The statement is carried out, and then our process stops existing. */
    PROCESS_GONE
  }

  boolean strikes(String sql) {
    return sql.stripLeading().startsWith(point);
  }
}
