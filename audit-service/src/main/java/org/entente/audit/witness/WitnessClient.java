package org.entente.audit.witness;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.audit.outward.OutwardClient;
import org.entente.log.AddCheckpoint;
import org.entente.log.EvidenceRejected;
import org.entente.log.NoteSignature;
import org.entente.log.SignedNote;
import org.entente.log.WitnessRule;

/** Speaks tlog-witness, over connections that are kept. Thread-safe. */
@Singleton
class WitnessClient {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final OutwardClient http;

  /** Believes the authorities of the TLS configuration `witness`, if there is one. */
  @Inject
  WitnessClient(WitnessConfig config, TlsConfigurationRegistry tls) {
    this(OutwardClient.of(config.patience(), tls, "witness"));
  }

  WitnessClient(OutwardClient http) {
    this.http = http;
  }

  /** What a witness says to a checkpoint; nothing of it is verified. */
  sealed interface Answer {

    /** It has kept and signed it. */
    record Cosigned(List<NoteSignature> lines) implements Answer {}

    /** It wants a proof from this size. */
    record Conflict(long size) implements Answer {}

    /** Anything else. */
    record Refused(String why) implements Answer {}
  }

  /**
   * Asks for cosignatures.
   *
   * @throws IOException when it does not answer in time, or with too much
   */
  Answer add(WitnessAddress witness, AddCheckpoint request)
      throws IOException, InterruptedException {
    var answer =
        http.ask(
            to(witness, "add-checkpoint")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.toByteArray()))
                .build(),
            SignedNote.MAX_BYTES);
    var body = new String(answer.body(), StandardCharsets.UTF_8);
    try {
      return switch (answer.statusCode()) {
        case OK -> new Answer.Cosigned(body.lines().map(NoteSignature::parse).toList());
        case CONFLICT -> new Answer.Conflict(Long.parseUnsignedLong(body.strip()));
        default -> new Answer.Refused(answer.statusCode() + " " + firstLine(body));
      };
    } catch (EvidenceRejected | NumberFormatException e) {
      return new Answer.Refused("an answer that is none: " + e.getMessage());
    }
  }

  /**
   * The latest checkpoint it has cosigned for the log; nothing of it is verified.
   *
   * @throws IOException when it does not answer in time, with too much, or with something else
   */
  Optional<SignedNote> latest(WitnessAddress witness, String origin)
      throws IOException, InterruptedException {
    var path = WitnessRule.nameOf(origin) + "/checkpoint";
    var answer = http.ask(to(witness, path).GET().build(), SignedNote.MAX_BYTES);
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignedNote.parse(answer.body()));
    } catch (EvidenceRejected e) {
      throw new IOException(answer.statusCode() + ", and no checkpoint", e);
    }
  }

  private static HttpRequest.Builder to(WitnessAddress witness, String path) {
    return HttpRequest.newBuilder(witness.uri().resolve(path));
  }

  private static String firstLine(String text) {
    return text.strip()
        .lines()
        .findFirst()
        .map(l -> l.substring(0, Math.min(200, l.length())))
        .orElse("");
  }
}
