package org.entente.audit.retention;

/**
 * The personal fields of one entry.
 *
 * @param index of the entry
 * @param disclosures as they are stored
 */
record PersonalRow(long index, String disclosures) {

  /** The line that stands for it in the digest of an erasure. */
  String line() {
    return index + " " + disclosures + "\n";
  }
}
