package org.entente.kit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.witness.Witness.Answer;
import org.entente.log.AddCheckpoint;

/// A witness behind HTTP: `POST /add-checkpoint` and `GET /<log>/checkpoint`. Requests are signed
/// by the log and answers by the witness, so they need no secrecy; whoever wants TLS puts it in
/// front. A trouble with the disk is 500, and the witness refuses until it is repaired.
/// Thread-safe.
public final class WitnessServer implements AutoCloseable {

  private static final Pattern LATEST = Pattern.compile("/([0-9a-f]{64})/checkpoint");
  private static final int SECONDS = 10;

  private final Witness witness;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Listens.
  ///
  /// @throws FileTrouble when the address cannot be had
  public WitnessServer(Witness witness, InetSocketAddress address) {
    // Whoever sends slowly is not waited for.
    System.setProperty("sun.net.httpserver.maxReqTime", "" + SECONDS);
    System.setProperty("sun.net.httpserver.maxRspTime", "" + SECONDS);
    this.witness = witness;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new FileTrouble(address + " cannot be listened on.", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      Answer answer;
      try {
        answer = answer(http);
      } catch (FileTrouble e) {
        answer = Answer.text(500, e.getMessage() + "\n");
      }
      byte[] body = answer.body().getBytes(UTF_8);
      http.getResponseHeaders().set("Content-Type", answer.type());
      http.sendResponseHeaders(answer.status(), body.length);
      http.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange http) throws IOException {
    String path = http.getRequestURI().getPath();
    String method = http.getRequestMethod();
    Matcher latest = LATEST.matcher(path);
    if (latest.matches()) {
      return method.equals("GET") ? witness.latest(latest.group(1)) : wrongMethod();
    }
    if (!path.equals("/add-checkpoint")) {
      return Answer.text(404, "neither add-checkpoint nor <log>/checkpoint\n");
    }
    if (!method.equals("POST")) {
      return wrongMethod();
    }
    byte[] request = http.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
    return request.length > AddCheckpoint.MAX_BYTES
        ? Answer.text(413, "more than " + AddCheckpoint.MAX_BYTES + " bytes\n")
        : witness.addCheckpoint(request);
  }

  private static Answer wrongMethod() {
    return Answer.text(405, "POST add-checkpoint, GET <log>/checkpoint\n");
  }

  /// Answers what is under way, then stops.
  @Override
  public void close() {
    server.stop(1);
    threads.close();
  }
}
