package org.entente.audit.append;

import org.entente.audit.record.Sha256;
import org.entente.audit.sequencer.AppendResult.Appended;

/**
 * Where a record stands.
 *
 * @param index its position in the log, from 0
 * @param leaf its leaf hash, base64url without padding: the name of its receipt
 * @param replayed whether it had been appended before
 */
record AppendAnswer(long index, String leaf, boolean replayed) {

  static AppendAnswer of(Appended appended) {
    var leaf = Sha256.base64url(appended.leaf().toByteArray());
    return new AppendAnswer(appended.index(), leaf, appended.replayed());
  }

  /** One line of a batch's answer, without line end. */
  String json() {
    return "{\"index\":%d,\"leaf\":\"%s\",\"replayed\":%b}".formatted(index, leaf, replayed);
  }
}
