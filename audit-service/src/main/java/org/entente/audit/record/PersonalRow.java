package org.entente.audit.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The personal fields of one entry.
 *
 * @param index of the entry
 * @param disclosures as they are stored
 */
public record PersonalRow(long index, String disclosures) {

  private static final int MARK_BYTES = 6;

  /** How many letters a mark has. */
  static final int MARK = 8;

  /** Adds the line that stands for it to the digest of an erasure. */
  public void addTo(MessageDigest digest) {
    digest.update(line());
  }

  private byte[] line() {
    return (index + " " + disclosures + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The first 48 bits of the digest of its line, base64url. Whoever has this row knows by it that
   * it was erased; nobody else learns anything, since disclosures are salted.
   */
  public String mark() {
    return Sha256.base64url(Arrays.copyOf(Sha256.digest().digest(line()), MARK_BYTES));
  }
}
