package org.entente.audit.access;

import java.util.function.Function;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Sha256;
import org.entente.audit.sequencer.AppendResult.Appended;

/**
 * What is about to be handed over.
 *
 * @param length bytes, as the record says
 * @param sha256 base64url, as the record says
 * @param made makes it, once it is on record
 */
public record Release<T>(long length, String sha256, Function<Recorded, T> made) {

  /**
   * That it is on record.
   *
   * @param query of the request, as received
   */
  public record Recorded(Actor actor, String query, Appended entry) {}

  /** The same, made into something else. */
  public <U> Release<U> then(Function<T, U> more) {
    return new Release<>(length, sha256, made.andThen(more));
  }

  /**
   * A body, and what else is handed over with it.
   *
   * @param made when it is on record
   */
  public static <T> Release<T> of(byte[] body, Function<Recorded, T> made) {
    return new Release<>(body.length, Sha256.of(body), made);
  }

  static Release<byte[]> of(byte[] body) {
    return new Release<>(body.length, Sha256.of(body), _ -> body);
  }
}
