package org.entente.audit.sequencer;

import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.log.LeafHash;

/** A checked record with its exact bytes and leaf hash, ready to be sequenced. Immutable. */
public final class NewEntry {

  private final AccessRecord content;
  private final byte[] body;
  private final LeafHash leaf;

  private NewEntry(AccessRecord content, byte[] body) {
    this.content = content;
    this.body = body;
    this.leaf = LeafHash.ofEntry(body);
  }

  /**
   * Parses and hashes; done by the caller's thread, so that the sequencer only sequences.
   *
   * @param body kept, not copied: must not change any more
   * @throws RecordRejected when it is no access record
   */
  public static NewEntry parse(byte[] body) {
    return new NewEntry(RecordParser.parse(body), body);
  }

  public AccessRecord content() {
    return content;
  }

  LeafHash leaf() {
    return leaf;
  }

  /** The bytes themselves, to be read only. */
  byte[] body() {
    return body;
  }
}
