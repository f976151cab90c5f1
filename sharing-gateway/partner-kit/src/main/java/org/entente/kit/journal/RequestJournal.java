package org.entente.kit.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.kit.sequence.SequenceSigner;
import org.entente.kit.sequence.SequenceStatement;

/// Numbers a client's requests and keeps what came of them. A number names a request, not an
/// attempt: the same method, URL, query and body sent again after no answer, or after one that asks
/// to try again, keeps its number for as long as this object lives, and is stated anew.
///
/// Thread-safe.
public final class RequestJournal {

  private final JournalFolder folder;
  private final SequenceSigner signer;
  private final String client;
  private final Clock clock;
  private final Map<Asked, Long> open = new ConcurrentHashMap<>();

  /// Counts for this client; each request costs one signature.
  public RequestJournal(JournalFolder folder, SequenceSigner signer, String client, Clock clock) {
    this.folder = folder;
    this.signer = signer;
    this.client = client;
    this.clock = clock;
  }

  /// The request with its number and statement. When this returns, both are durable; a process that
  /// dies before has used neither.
  public Numbered ask(Asked asked) {
    Optional<Long> again = Optional.ofNullable(open.remove(asked));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Line line = folder.add(counter -> Line.asked(numbered(asked, again, counter, now), now));
    return new Numbered(asked, line.number("asked"), line.text("statement"));
  }

  private Numbered numbered(Asked asked, Optional<Long> again, Counter counter, Instant now) {
    long number = again.orElse(counter.number() + 1);
    String statement =
        signer.sign(
            new SequenceStatement(
                client, number, asked.method(), asked.url(), now, counter.statement()));
    return new Numbered(asked, number, statement);
  }

  /// Keeps what came of a request.
  public void came(Numbered request, Reply reply) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    folder.add(counter -> Line.came(request, reply, now));
    if (reply.open()) {
      open.put(request.asked(), request.number());
    }
  }
}
