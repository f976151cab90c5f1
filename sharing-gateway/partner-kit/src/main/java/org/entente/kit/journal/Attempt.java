package org.entente.kit.journal;

import java.time.Instant;
import java.util.Optional;
import org.entente.kit.manifest.Sha256;

/// One sending of a request, as the journal has it.
///
/// @param at when it was numbered
/// @param statement digest of the statement that went with it
/// @param reply what came of it; empty when the journal ends before that
public record Attempt(
    long number, Instant at, Asked asked, Sha256 statement, Optional<Reply> reply) {

  Attempt with(Reply came) {
    return new Attempt(number, at, asked, statement, Optional.of(came));
  }
}
