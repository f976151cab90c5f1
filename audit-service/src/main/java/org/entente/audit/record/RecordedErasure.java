package org.entente.audit.record;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a record {@code log.erase} says is gone: rows of one client, by their marks, or everything
 * that was due. Of a client's erasure from before there were marks nobody can say.
 *
 * @param index of the entry
 * @param end behind the last entry whose personal fields are gone
 * @param due whether those of all before {@code end} are
 * @param marks else, of those that are: in order, one behind the other, which is a hundredth of
 *     what a set of them takes
 */
public record RecordedErasure(long index, long end, boolean due, String marks) {

  /** The reason stated where personal fields are erased because they are due. */
  public static final String RETENTION = "retention";

  /** The member of a record that has the marks. */
  public static final String MARKS = "marks";

  /** Empty when these bytes are no such record: then nothing is known of one. */
  public static Optional<RecordedErasure> read(long index, byte[] leaf) {
    try {
      var fields = RecordParser.fields(leaf);
      if (RecordClass.of(fields) != RecordClass.EVENT_LOG_ACTIVITY) {
        return Optional.empty();
      }
      var marks = fields.longText("exchange." + MARKS).orElse("");
      var due = marks.isEmpty() && fields.text("exchange.reason").equals(RETENTION);
      return Optional.of(
          new RecordedErasure(index, fields.number("exchange.end_index"), due, marks));
    } catch (RecordRejected _) {
      return Optional.empty();
    }
  }

  /** The marks of these rows as a record has them. */
  public static String marks(Collection<PersonalRow> rows) {
    return rows.stream().map(PersonalRow::mark).sorted().collect(Collectors.joining());
  }

  /**
   * Whether it says that a row is gone.
   *
   * @param row index of its entry
   * @param mark of the row
   */
  public boolean covers(long row, String mark) {
    return row < end && (due || isMarked(mark));
  }

  private boolean isMarked(String mark) {
    var from = 0;
    var to = marks.length() / PersonalRow.MARK;
    while (from < to) {
      var middle = (from + to) >>> 1;
      var at = middle * PersonalRow.MARK;
      var order = marks.substring(at, at + PersonalRow.MARK).compareTo(mark);
      if (order == 0) {
        return true;
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle;
    }
    return false;
  }
}
