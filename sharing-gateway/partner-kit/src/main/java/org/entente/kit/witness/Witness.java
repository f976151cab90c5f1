package org.entente.kit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.log.NoteSignature;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.WitnessRule;
import org.entente.log.WitnessRule.Verdict;

/// Cosigns what continues what it cosigned before. Decides, keeps and answers one request at a
/// time: whatever happens between, no cosignature leaves before it is on disk. Thread-safe.
public final class Witness {

  private final WitnessRule rule;
  private final List<SignerKey> keys;
  private final KeptCheckpoints kept;
  private final Clock clock;

  /// @param keys each of which cosigns
  public Witness(WitnessRule rule, List<SignerKey> keys, KeptCheckpoints kept, Clock clock) {
    this.rule = rule;
    this.keys = List.copyOf(keys);
    this.kept = kept;
    this.clock = clock;
  }

  /// An answer over HTTP.
  public record Answer(int status, String type, String body) {

    /// Plain text.
    static Answer text(int status, String body) {
      return new Answer(status, "text/plain; charset=utf-8", body);
    }
  }

  /// Answers `add-checkpoint`.
  public synchronized Answer addCheckpoint(byte[] request) {
    return switch (rule.decide(request, kept::checkpoint)) {
      case Verdict.Cosign cosign -> cosign(cosign);
      case Verdict.Conflict(long latest) ->
          new Answer(409, "text/x.tlog.size", Long.toUnsignedString(latest) + "\n");
      case Verdict.Refuse(int status, String detail) -> Answer.text(status, detail + "\n");
    };
  }

  private Answer cosign(Verdict.Cosign cosign) {
    String text = cosign.note().text();
    Instant now = clock.instant();
    List<NoteSignature> lines = keys.stream().map(key -> key.sign(text, now)).toList();
    kept.keep(cosign.checkpoint().origin(), cosign.note().with(lines));
    return Answer.text(
        200, lines.stream().map(line -> line.line() + "\n").collect(Collectors.joining()));
  }

  /// Answers who asks for the latest checkpoint cosigned for the log of this name.
  public synchronized Answer latest(String name) {
    return kept.latest(name)
        .map(SignedNote::toByteArray)
        .map(note -> Answer.text(200, new String(note, UTF_8)))
        .orElseGet(() -> Answer.text(404, "no such log\n"));
  }
}
