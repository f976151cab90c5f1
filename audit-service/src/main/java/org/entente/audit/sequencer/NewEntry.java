package org.entente.audit.sequencer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.entente.audit.disclosure.DisclosureRejected;
import org.entente.audit.disclosure.StoredDisclosures;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.record.SentRecord;
import org.entente.audit.visibility.Readership;
import org.entente.log.LeafHash;

/** A checked record with its exact bytes and leaf hash, ready to be sequenced. Immutable. */
public final class NewEntry {

  private final AccessRecord content;
  private final Set<String> readers;
  private final byte[] body;
  private final String disclosures;
  private final LeafHash leaf;

  private NewEntry(AccessRecord content, Set<String> readers, byte[] body, String disclosures) {
    this.content = content;
    this.readers = readers;
    this.body = body;
    this.disclosures = disclosures;
    this.leaf = LeafHash.ofEntry(body);
  }

  /**
   * Parses and hashes; done by the caller's thread, so that the sequencer only sequences.
   *
   * @param bytes the record and after it its disclosures; must not change any more
   * @param readership decides who may read it, now and for ever
   * @throws RecordRejected when it is no access record
   * @throws DisclosureRejected when record and disclosures do not belong together
   */
  public static NewEntry parse(byte[] bytes, Readership readership) {
    var sent = SentRecord.of(bytes);
    var content = RecordParser.parse(sent);
    var disclosures = StoredDisclosures.text(sent.disclosures());
    return new NewEntry(content, readership.of(content), sent.leaf(), disclosures);
  }

  /**
   * An entry that the log had before: what was disclosed beside it is not known any more.
   *
   * @param leaf its bytes; must not change any more
   * @param readership decides who may read it from now on
   * @throws RecordRejected when it is no access record
   */
  public static NewEntry known(byte[] leaf, Readership readership) {
    var content = RecordParser.leaf(leaf);
    return new NewEntry(content, readership.of(content), leaf, "");
  }

  /** What {@link #parse} makes it of again. */
  public byte[] sent() {
    if (disclosures.isEmpty()) {
      return body.clone();
    }
    var rest = ("~" + disclosures).getBytes(StandardCharsets.ISO_8859_1);
    var sent = Arrays.copyOf(body, body.length + rest.length);
    System.arraycopy(rest, 0, sent, body.length, rest.length);
    return sent;
  }

  public AccessRecord content() {
    return content;
  }

  /** The parties whose auditors may read it. */
  Set<String> readers() {
    return readers;
  }

  public LeafHash leaf() {
    return leaf;
  }

  /** The bytes of the leaf, to be read only. */
  byte[] body() {
    return body;
  }

  /** How much memory it holds while it waits. */
  long bytes() {
    return (long) body.length + disclosures.length();
  }

  /** Its disclosures as they are stored: each followed by a tilde; empty without any. */
  String disclosures() {
    return disclosures;
  }
}
