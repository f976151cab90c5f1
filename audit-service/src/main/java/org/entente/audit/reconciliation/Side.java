package org.entente.audit.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What only one of the two has.
 *
 * @param total how many there are
 * @param listed all of them, or the first {@link #MOST}
 */
@Schema(name = "OneSided")
public record Side(
    @Schema(required = true) long total,
    @Schema(required = true, maxItems = Side.MOST) List<Item> listed) {

  /** Most that are listed. */
  static final int MOST = 1_000;

  private static final int LONGEST = 300;
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z_]{1,31}");

  public Side {
    Reconciliation.require(
        listed.size() == Math.min(total, MOST), "a list has as many as its total says, up to 1000");
    listed = List.copyOf(listed);
  }

  /** How many are listed. */
  public long shown() {
    return listed.size();
  }

  /** How many are not listed. */
  public long further() {
    return total - listed.size();
  }

  /**
   * One of them.
   *
   * @param kind the comparison's word for it
   * @param number the client's, if there is one
   * @param index the log's, if there is one
   * @param what a sentence for people
   */
  @Schema(name = "OneSidedItem")
  public record Item(
      @Schema(required = true, pattern = "[A-Z][A-Z_]{1,31}") String kind,
      @Nullable Long number,
      @Nullable Long index,
      @Schema(required = true, maxLength = 300) String what) {
    public Item {
      Reconciliation.require(KIND.matcher(kind).matches(), "a kind is none");
      Reconciliation.require(number == null || number > 0, "numbers count from 1");
      Reconciliation.require(index == null || index >= 0, "indices count from 0");
      Reconciliation.require(
          what.length() <= LONGEST && what.chars().noneMatch(Character::isISOControl),
          "what happened is said in at most 300 characters, on one line");
    }

    /** The client's number, if there is one. */
    public Optional<Long> numbered() {
      return Optional.ofNullable(number);
    }

    /** The log's index, if there is one. */
    public Optional<Long> place() {
      return Optional.ofNullable(index);
    }
  }
}
