package org.entente.audit.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.disclosure.DisclosureRejected;

/**
 * A record as its writer sends it: the leaf, then {@code ~} and, each followed by another, the
 * disclosures of its personal fields. Immutable.
 */
public final class SentRecord {

  /** A record's disclosures in all, in characters. */
  static final int MOST_DISCLOSED = 32_000;

  private final byte[] leaf;
  private final List<Disclosure> disclosures;

  private SentRecord(byte[] leaf, List<Disclosure> disclosures) {
    this.leaf = leaf;
    this.disclosures = List.copyOf(disclosures);
  }

  /**
   * Parts leaf and disclosures; the leaf is not looked into. It ends with the last brace, since
   * none can be in a disclosure.
   *
   * @throws DisclosureRejected when something else follows the leaf
   */
  public static SentRecord of(byte[] sent) {
    var end = sent.length;
    while (end > 0 && sent[end - 1] != '}') {
      end--;
    }
    if (end == 0 || end == sent.length) {
      return new SentRecord(sent, List.of());
    }
    if (sent.length - end > MOST_DISCLOSED) {
      throw DisclosureRejected.invalid("the disclosures have at most " + MOST_DISCLOSED + " bytes");
    }
    var rest = new String(sent, end, sent.length - end, StandardCharsets.ISO_8859_1);
    return new SentRecord(Arrays.copyOf(sent, end), disclosures(rest));
  }

  private static List<Disclosure> disclosures(String rest) {
    if (!rest.startsWith("~") || !rest.endsWith("~")) {
      throw DisclosureRejected.invalid("a tilde stands before and after each disclosure");
    }
    var disclosures = new ArrayList<Disclosure>();
    for (var from = 1; from < rest.length(); ) {
      var end = rest.indexOf('~', from);
      disclosures.add(Disclosure.parse(rest.substring(from, end)));
      from = end + 1;
    }
    return disclosures;
  }

  /** The bytes the log hashes, to be read only. */
  public byte[] leaf() {
    return leaf;
  }

  public List<Disclosure> disclosures() {
    return disclosures;
  }
}
