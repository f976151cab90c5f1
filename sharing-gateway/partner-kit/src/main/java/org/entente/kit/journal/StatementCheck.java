package org.entente.kit.journal;

import java.util.Optional;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.sequence.SequenceRejected;
import org.entente.kit.sequence.SequenceStatement;
import org.entente.kit.sequence.SequenceVerifier;
import org.entente.kit.sequence.VerifiedSequence;

/// Checks statements against their lines and against each other. Not thread-safe.
final class StatementCheck {

  private final SequenceVerifier verifier;
  private Optional<PartnerId> partner = Optional.empty();

  StatementCheck(SequenceVerifier verifier) {
    this.verifier = verifier;
  }

  /// Whose signer has signed what was checked last.
  Optional<PartnerId> partner() {
    return partner;
  }

  /// What is wrong with the statement in this line, or nothing.
  ///
  /// @param before the count before it
  Optional<String> fault(Line line, String client, Counter before) {
    try {
      VerifiedSequence verified = verifier.verify(line.text("statement"));
      partner = Optional.of(verified.signer().urn().partner());
      if (!isAbout(verified.statement(), line.attempt(), client)) {
        return Optional.of("the statement is about something else than its line");
      }
      return verified.statement().previous().equals(before.statement())
          ? Optional.empty()
          : Optional.of("the statement does not follow the one before");
    } catch (SequenceRejected e) {
      return Optional.of("the statement does not verify: " + e.detail());
    }
  }

  private static boolean isAbout(SequenceStatement stated, Attempt attempt, String client) {
    return stated.client().equals(client)
        && stated.number() == attempt.number()
        && stated.method().equals(attempt.asked().method())
        && stated.url().equals(attempt.asked().url());
  }
}
