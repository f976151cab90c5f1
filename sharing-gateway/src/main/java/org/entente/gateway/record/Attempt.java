package org.entente.gateway.record;

import java.time.Instant;
import java.util.UUID;

/**
 * One request and what is known of it so far. Immutable; {@link Attempts} keeps the current one.
 *
 * @param request its identity, quoted in errors and in every record about it
 */
public record Attempt(UUID request, Instant at, Http http, Actor actor, Particulars particulars) {

  /** The request line and where it came from; the path as sent, without query. */
  public record Http(String method, String path, String ip) {}

  /** What it attempts. */
  public Operation operation() {
    return Operation.of(http.method(), http.path());
  }

  /** The same, with its actor known. */
  public Attempt by(Actor known) {
    return new Attempt(request, at, http, known, particulars);
  }

  /** The same, with more known about it. */
  public Attempt with(Particulars known) {
    return new Attempt(request, at, http, actor, known);
  }
}
