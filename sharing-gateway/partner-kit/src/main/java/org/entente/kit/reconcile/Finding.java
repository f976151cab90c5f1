package org.entente.kit.reconcile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Something the two records do not have in common.
///
/// @param number the client's, if there is one
/// @param index the log's, if there is one
/// @param what a sentence for people
public record Finding(Kind kind, Optional<Long> number, Optional<Long> index, String what) {

  /// The kinds, stable for programs.
  public enum Kind {
    /// The journal does not verify.
    JOURNAL_DAMAGED(true),
    /// Answered, and not in the log.
    NOT_IN_LOG(true),
    /// In the log's tree, and not shown by its search.
    HIDDEN(true),
    /// In the log under this client's name, and not in the journal.
    NOT_IN_JOURNAL(true),
    /// A number of the journal's, in the log with a statement the journal does not have.
    NUMBER_TAKEN(true),
    /// One statement, in the log for more than one request.
    REPLAYED(true),
    /// In both, and not the same.
    DIFFERENT(true),
    /// No answer came; the log has it.
    ARRIVED(false),
    /// No answer came, and the log does not have it.
    NOT_ARRIVED(false),
    /// The run ended before anything came of it, and the log does not have it.
    NOT_SENT(false),
    /// Answered that it could not be recorded, and it was not.
    NOT_RECORDED(false);

    private final boolean contradiction;

    Kind(boolean contradiction) {
      this.contradiction = contradiction;
    }

    /// Whether somebody must be asked about it.
    public boolean contradiction() {
      return contradiction;
    }
  }

  /// For programs.
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kind", kind.name());
    members.put("contradiction", kind.contradiction());
    number.ifPresent(value -> members.put("number", value));
    index.ifPresent(value -> members.put("index", value));
    members.put("what", what);
    return members;
  }
}
