package org.entente.audit.fsck;

import java.util.Optional;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.log.LeafHash;
import org.entente.log.Octets;

/**
 * An entry as it is stored.
 *
 * @param stored its leaf hash as stored
 * @param hashed its leaf hash by its bytes
 * @param content its record by its bytes alone; empty when they are none
 */
record Row(
    long index,
    LeafHash stored,
    Octets body,
    LeafHash hashed,
    Optional<AccessRecord> content,
    long sequencedMs,
    Columns columns) {

  static Row of(long index, LeafHash stored, Octets body, long sequencedMs, Columns columns) {
    var bytes = body.toByteArray();
    var hashed = LeafHash.ofEntry(bytes);
    return new Row(index, stored, body, hashed, parsed(bytes), sequencedMs, columns);
  }

  private static Optional<AccessRecord> parsed(byte[] body) {
    try {
      return Optional.of(RecordParser.leaf(body));
    } catch (RecordRejected _) {
      return Optional.empty();
    }
  }

  /** Whether its bytes are those under its leaf hash (invariant I9). */
  boolean intact() {
    return stored.equals(hashed);
  }
}
