package org.entente.audit.reconciliation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a party says of its client's journal and the log: its claim, checked in form only.
 *
 * @param numbers of the journal that were compared; absent when it has none
 * @param times between which the journal's requests were numbered
 * @param size of the log it was compared with
 * @param attempts in the journal
 * @param entries of the client in the log
 * @param matched attempts that both have, alike
 * @param differing what both have, and not alike, or what is damaged
 */
public record Reconciliation(
    @Schema(required = true) String party,
    @Schema(required = true) String client,
    @Nullable Numbers numbers,
    @Schema(required = true) Times times,
    @Schema(required = true) long size,
    @Schema(required = true) long attempts,
    @Schema(required = true) long entries,
    @Schema(required = true) long matched,
    @Schema(name = "only_in_journal", required = true) Side onlyInJournal,
    @Schema(name = "only_in_log", required = true) Side onlyInLog,
    @Schema(required = true) Side differing) {

  private static final Pattern PARTY = Pattern.compile("[a-z][a-z0-9-]{1,31}");
  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public Reconciliation {
    require(PARTY.matcher(party).matches(), "party is none");
    require(CLIENT.matcher(client).matches(), "client is none");
    require(size >= 0 && attempts >= 0 && entries >= 0, "sizes count from 0");
    require(matched >= 0 && matched <= attempts, "matched are more than were attempted");
    require(onlyInJournal.total() <= attempts - matched, "only_in_journal has more than attempts");
    require(onlyInLog.total() <= entries, "only_in_log has more than entries");
  }

  /** The numbers that were compared, if there are any. */
  public Optional<Numbers> compared() {
    return Optional.ofNullable(numbers);
  }

  /** What a list says of it. */
  Totals totals() {
    return new Totals(matched, onlyInJournal.total(), onlyInLog.total(), differing.total());
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw ReconciliationRefused.invalid(otherwise);
    }
  }

  /** From the first to the last one, both included. */
  @Schema(name = "ComparedNumbers")
  public record Numbers(@Schema(required = true) long first, @Schema(required = true) long last) {
    public Numbers {
      require(first > 0 && first <= last, "numbers count from 1, the first one first");
    }
  }
}
