package org.entente.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.log.AddCheckpoint;
import org.entente.log.Checkpoint;
import org.entente.log.KeyType;
import org.entente.log.NoteSignature;
import org.entente.log.SignedNote;
import org.entente.log.SignerKey;
import org.entente.log.VerifierKey;
import org.entente.log.WitnessRule;
import org.entente.log.WitnessRule.Verdict;
import org.jspecify.annotations.Nullable;

/** A witness with the real rule, whose memory a test can change and which can be away. */
public final class TestWitness implements AutoCloseable {

  private final List<SignerKey> keys =
      List.of(key(KeyType.ED25519_COSIGNATURE), key(KeyType.ML_DSA_44));
  private final WitnessRule rule;
  private final HttpServer server;
  private @Nullable SignedNote latest;
  private boolean away;
  private boolean still;
  private Optional<String> claim = Optional.empty();

  /** One that cosigns this log. */
  public TestWitness(List<VerifierKey> log) throws IOException {
    rule = new WitnessRule(log);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  private static SignerKey key(KeyType type) {
    return SignerKey.generate("witness.example", type, new SecureRandom());
  }

  /** Its lines of a policy. */
  public String policyLines() {
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    return "witness one "
        + keys.getFirst().verifier()
        + " "
        + url
        + "\n"
        + "witness one-pq "
        + keys.getLast().verifier()
        + "\n"
        + "group both all one one-pq\nquorum both\n";
  }

  public synchronized void away(boolean now) {
    away = now;
  }

  /** From now on it tells what it remembers, and remembers nothing new. */
  synchronized void still(boolean now) {
    still = now;
  }

  /** From now on it says that it knows this size, whatever is shown to it. */
  public synchronized void claim(String size) {
    claim = Optional.of(size);
  }

  /** From now on it says what it knows. */
  public synchronized void claimNothing() {
    claim = Optional.empty();
  }

  /** What it remembers. */
  synchronized SignedNote latest() {
    if (latest == null) {
      throw new IllegalStateException("nothing was cosigned yet");
    }
    return latest;
  }

  /** From now on it remembers this. */
  public synchronized void remember(SignedNote note) {
    latest = note.with(lines(note.text()));
  }

  private synchronized void handle(HttpExchange http) throws IOException {
    try (http) {
      if (away || (still && http.getRequestMethod().equals("POST"))) {
        http.sendResponseHeaders(500, -1);
        return;
      }
      var answer =
          http.getRequestMethod().equals("POST")
              ? add(http.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES))
              : new Answer(latest == null ? 404 : 200, latest == null ? "" : latest.toString());
      var body = answer.body().getBytes(UTF_8);
      http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      http.getResponseBody().write(body);
    }
  }

  private record Answer(int status, String body) {}

  private Answer add(byte[] request) {
    if (claim.isPresent()) {
      return new Answer(409, claim.get() + "\n");
    }
    var kept = Optional.ofNullable(latest).map(note -> Checkpoint.parse(note.text()));
    return switch (rule.decide(request, _ -> kept)) {
      case Verdict.Cosign(var _, var note) -> {
        remember(note);
        yield new Answer(
            200,
            lines(note.text()).stream().map(l -> l.line() + "\n").collect(Collectors.joining()));
      }
      case Verdict.Conflict(var size) -> new Answer(409, size + "\n");
      case Verdict.Refuse(var status, var detail) -> new Answer(status, detail);
    };
  }

  private List<NoteSignature> lines(String text) {
    return keys.stream().map(key -> key.sign(text, Instant.ofEpochSecond(1_795_360_201))).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
