package org.entente.audit.sequencer;

import java.util.Set;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.visibility.Readership;
import org.entente.log.LeafHash;

/** A checked record with its exact bytes and leaf hash, ready to be sequenced. Immutable. */
public final class NewEntry {

  private final AccessRecord content;
  private final Set<String> readers;
  private final byte[] body;
  private final LeafHash leaf;

  private NewEntry(AccessRecord content, Set<String> readers, byte[] body) {
    this.content = content;
    this.readers = readers;
    this.body = body;
    this.leaf = LeafHash.ofEntry(body);
  }

  /**
   * Parses and hashes; done by the caller's thread, so that the sequencer only sequences.
   *
   * @param body kept, not copied: must not change any more
   * @param readership decides who may read it, now and for ever
   * @throws RecordRejected when it is no access record
   */
  public static NewEntry parse(byte[] body, Readership readership) {
    var content = RecordParser.parse(body);
    return new NewEntry(content, readership.of(content), body);
  }

  public AccessRecord content() {
    return content;
  }

  /** The parties whose auditors may read it. */
  Set<String> readers() {
    return readers;
  }

  LeafHash leaf() {
    return leaf;
  }

  /** The bytes themselves, to be read only. */
  byte[] body() {
    return body;
  }
}
