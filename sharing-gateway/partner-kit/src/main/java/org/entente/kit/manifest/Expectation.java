package org.entente.kit.manifest;

import java.time.Instant;
import java.util.Optional;

/**
 * What a verifier knows besides manifest and body; what is empty is not compared.
 *
 * @param partner whose connection and token brought it
 * @param audience the canonical API root, compared character by character
 * @param collection the collection id in the URL
 * @param content what it must be about
 * @param receivedAt when it arrived: the time window and the certificates must hold then too
 */
public record Expectation(
    Optional<PartnerId> partner,
    Optional<String> audience,
    Optional<String> collection,
    Optional<Content> content,
    Optional<Instant> receivedAt) {

  /** A submission at the door: everything is compared. */
  public static Expectation atTheDoor(
      PartnerId partner, String audience, String collection, Instant receivedAt) {
    return new Expectation(
        Optional.of(partner),
        Optional.of(audience),
        Optional.of(collection),
        Optional.of(Content.ENVELOPE),
        Optional.of(receivedAt));
  }

  /** The same about something else than an envelope. */
  public Expectation about(Content other) {
    return new Expectation(partner, audience, collection, Optional.of(other), receivedAt);
  }

  /** Evidence on a desk, at any later time: certificates are judged at the time of signing. */
  public static Expectation offline() {
    return new Expectation(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Evidence whose time of receipt is known, for example from the log. */
  public static Expectation receivedAt(Instant time) {
    return new Expectation(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(time));
  }
}
