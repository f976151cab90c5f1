package org.entente.kit.manifest;

import java.time.Duration;
import java.util.List;
import org.entente.stix.marking.Recipient;

/**
 * What a signer is asked to state.
 *
 * @param audience the canonical API root, with its final slash
 * @param collection the collection id
 * @param body the envelope as it will be sent
 * @param recipients empty when the collection's audience is not narrowed
 * @param lifetime until when it may first be accepted, in whole seconds
 */
public record SubmissionDraft(
    String audience, String collection, Body body, List<Recipient> recipients, Duration lifetime) {

  /** Copies the list. */
  public SubmissionDraft {
    recipients = List.copyOf(recipients);
  }

  /** A draft for the whole audience of the collection, good for five minutes. */
  public SubmissionDraft(String audience, String collection, Body body) {
    this(audience, collection, body, List.of(), Duration.ofMinutes(5));
  }
}
