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
    JOURNAL_DAMAGED(true, Side.BOTH),
    /// Answered, and not in the log.
    NOT_IN_LOG(true, Side.JOURNAL),
    /// In the log's tree, and not shown by its search.
    HIDDEN(true, Side.BOTH),
    /// In the log under this client's name, and not in the journal.
    NOT_IN_JOURNAL(true, Side.LOG),
    /// A number of the journal's, in the log with a statement the journal does not have.
    NUMBER_TAKEN(true, Side.LOG),
    /// One statement, in the log for more than one request.
    REPLAYED(true, Side.BOTH),
    /// In both, and not the same.
    DIFFERENT(true, Side.BOTH),
    /// No answer came; the log has it.
    ARRIVED(false, Side.BOTH),
    /// No answer came, and the log does not have it.
    NOT_ARRIVED(false, Side.JOURNAL),
    /// The run ended before anything came of it, and the log does not have it.
    NOT_SENT(false, Side.JOURNAL),
    /// Answered that it could not be recorded, and it was not.
    NOT_RECORDED(false, Side.JOURNAL);

    private final boolean contradiction;
    private final Side side;

    Kind(boolean contradiction, Side side) {
      this.contradiction = contradiction;
      this.side = side;
    }

    /// Which of the two has it.
    public Side side() {
      return side;
    }

    /// Whether somebody must be asked about it.
    public boolean contradiction() {
      return contradiction;
    }
  }

  /// Who has what a finding is about.
  public enum Side {
    /// The journal alone.
    JOURNAL,
    /// The log alone.
    LOG,
    /// Both, and not alike, or what is damaged.
    BOTH
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
