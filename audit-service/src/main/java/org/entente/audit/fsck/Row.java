package org.entente.audit.fsck;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.audit.disclosure.DisclosureRejected;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.record.SentRecord;
import org.entente.log.LeafHash;
import org.entente.log.Octets;

/**
 * An entry as it is stored.
 *
 * @param stored its leaf hash as stored
 * @param hashed its leaf hash by its bytes
 * @param content its record by its bytes; empty when they are none
 * @param disclosed whether what is disclosed beside it is its own; so is nothing
 */
record Row(
    long index,
    LeafHash stored,
    LeafHash hashed,
    Optional<AccessRecord> content,
    boolean disclosed,
    long sequencedMs,
    Columns columns) {

  /**
   * What is disclosed beside an entry.
   *
   * @param actor by whom it is searched
   * @param disclosures each followed by a tilde
   */
  record Aside(String actor, String disclosures) {}

  /** Where it stands in the log, and since when. */
  record Place(long index, long sequencedMs) {}

  /**
   * Reads an entry.
   *
   * @param aside empty when it names nobody, or nobody any longer
   */
  static Row of(Place place, LeafHash stored, Octets body, Optional<Aside> aside, Columns columns) {
    var bytes = body.toByteArray();
    var fits = aside.isEmpty() || actor(bytes, aside.get()).equals(aside.map(Aside::actor));
    return new Row(
        place.index(),
        stored,
        LeafHash.ofEntry(bytes),
        leaf(bytes),
        fits,
        place.sequencedMs(),
        columns);
  }

  private static Optional<AccessRecord> leaf(byte[] body) {
    try {
      return Optional.of(RecordParser.leaf(body));
    } catch (RecordRejected _) {
      return Optional.empty();
    }
  }

  /** Who acted, as the digests in the leaf allow it to be said; empty when they do not. */
  private static Optional<String> actor(byte[] body, Aside aside) {
    var text = new String(body, StandardCharsets.UTF_8) + "~" + aside.disclosures();
    try {
      var sent = SentRecord.of(text.getBytes(StandardCharsets.UTF_8));
      return Optional.of(RecordParser.parse(sent).actor());
    } catch (RecordRejected | DisclosureRejected _) {
      return Optional.empty();
    }
  }

  /** Whether its bytes are those under its leaf hash (invariant I9). */
  boolean intact() {
    return stored.equals(hashed);
  }
}
