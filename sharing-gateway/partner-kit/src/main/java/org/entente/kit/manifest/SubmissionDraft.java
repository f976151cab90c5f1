package org.entente.kit.manifest;

import java.time.Duration;
import java.util.List;
import org.entente.stix.marking.Recipient;

/**
 * What a signer is asked to state.
 *
 * @param audience the canonical API root, with its final slash
 * @param collection the collection id
 * @param content what the body is
 * @param body as it will be sent
 * @param recipients empty when the collection's audience is not narrowed
 * @param lifetime until when it may first be accepted, in whole seconds
 */
public record SubmissionDraft(
    String audience,
    String collection,
    Content content,
    Body body,
    List<Recipient> recipients,
    Duration lifetime) {

  /** Copies the list. */
  public SubmissionDraft {
    recipients = List.copyOf(recipients);
  }

  /** A draft for the whole audience of the collection, good for five minutes. */
  public SubmissionDraft(String audience, String collection, Body body) {
    this(audience, collection, Content.ENVELOPE, body, List.of(), Duration.ofMinutes(5));
  }

  /** The same for these recipients only. */
  public SubmissionDraft to(List<Recipient> only) {
    return new SubmissionDraft(audience, collection, content, body, only, lifetime);
  }

  /** The same about something else than an envelope. */
  public SubmissionDraft about(Content other) {
    return new SubmissionDraft(audience, collection, other, body, recipients, lifetime);
  }
}
