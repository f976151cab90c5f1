package org.entente.audit.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an answer, for the contract; {@link SearchPage} writes it.
 *
 * @param size of the log when it was asked
 * @param next {@code before} of the next page, absent on the last one
 * @param previous {@code after} of the page before, absent on the first one
 */
record SearchAnswer(
    @Schema(required = true) long size,
    @Schema(required = true) List<FoundEntry> entries,
    @Nullable Long next,
    @Nullable Long previous) {

  /**
   * One entry.
   *
   * @param leaf its leaf hash, base64url without padding
   * @param record as appended, byte for byte
   * @param disclosures of the record's personal fields, as RFC 9901 spells them; those erased are
   *     missing
   * @param actorMismatch true when what is stored as its actor does not fit the record, else absent
   * @param altered base64 of stored bytes that do not fit the leaf hash, instead of record
   */
  record FoundEntry(
      @Schema(required = true) long index,
      @Schema(required = true) String leaf,
      @Nullable Object record,
      @Nullable List<String> disclosures,
      @Schema(name = "actor_mismatch") @Nullable Boolean actorMismatch,
      @Nullable String altered) {}
}
