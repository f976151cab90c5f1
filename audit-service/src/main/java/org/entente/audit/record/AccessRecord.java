package org.entente.audit.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the log needs to know of one access record besides its bytes. All texts are free of control
 * characters and unpaired surrogates, so that PostgreSQL can store them.
 *
 * @param kind its event class
 * @param uid the idempotency key
 * @param timeMs when the access happened, milliseconds since the epoch
 * @param product the recording service
 * @param party the partner on whose behalf, {@code -} when unknown
 * @param actor the client, as disclosed, {@code -} when unknown
 * @param code the stable code of a refusal or failure, else the status code
 * @param objects ids the access was about, each once
 * @param collection id of the collection it was about
 * @param recipient the partner that something was handed to
 * @param number the client's own number of the request; none of an unknown client
 */
public record AccessRecord(
    RecordClass kind,
    UUID uid,
    long timeMs,
    String product,
    String party,
    String actor,
    String operation,
    Outcome outcome,
    String code,
    List<String> objects,
    Optional<String> collection,
    Optional<String> recipient,
    Optional<Long> number) {

  public AccessRecord {
    objects = List.copyOf(objects);
  }

  /** Whether the log tells of itself; who exports entries or tries to acts for a party. */
  public boolean isOfTheLog() {
    return kind == RecordClass.EVENT_LOG_ACTIVITY
        && outcome == Outcome.ALLOWED
        && party.equals(Actor.UNKNOWN);
  }
}
