package org.entente.indicator.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The append contract of the audit-service in memory, over mTLS, with its ways to fail.
public final class InMemoryAuditService implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  // Guarded by this.
  private final List<String> entries = new ArrayList<>();
  private final Map<String, Integer> indexOfUid = new HashMap<>();
  private int appends;

  private final AtomicInteger patience = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Mood mood = Mood.UP;

  /// How the log behaves.
  public enum Mood {
    UP,
    /// Answers 503 and keeps nothing.
    DOWN,
    /// Takes longer than anybody waits, and keeps nothing.
    SLOW,
    /// Works, after as long as a commit on a disk takes.
    STEADY,
    /// Keeps the records, and then the answer is lost.
    FAILS_AFTER_COMMIT,
    /// Keeps the records, and the answer breaks off in the middle.
    BREAKS_OFF,
    /// The same, for one request.
    BREAKS_OFF_ONCE
  }

  private InMemoryAuditService(HttpsServer server) {
    this.server = server;
  }

  /// Starts on a free port; every client must show a certificate the context trusts.
  public static InMemoryAuditService start(SSLContext tls) {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpsServer server = HttpsServer.create(free, 64);
      server.setHttpsConfigurator(new MutualTls(tls));
      InMemoryAuditService service = new InMemoryAuditService(server);
      server.createContext("/v1/entries/batch", service::batch);
      server.setExecutor(service.threads);
      server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it listens.
  public String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /// Changes its behaviour from the next request on.
  public void be(Mood next) {
    patience.set(0);
    mood = next;
  }

  /// Works for some requests more, and is down then.
  public void failAfter(int requests) {
    mood = Mood.DOWN;
    patience.set(requests);
  }

  /// All records, in the order of the log.
  public synchronized List<JsonNode> records() {
    return entries.stream().map(DisclosedRecord::of).toList();
  }

  /// Those of one operation since some index.
  public List<JsonNode> recordsOf(String operation, int since) {
    List<JsonNode> all = records();
    return all.subList(since, all.size()).stream()
        .filter(entry -> entry.path("api").path("operation").asText().equals(operation))
        .toList();
  }

  /// Number of entries.
  public synchronized int size() {
    return entries.size();
  }

  /// How many requests came in.
  public int requests() {
    return requests.get();
  }

  /// How many requests appended something.
  public synchronized int appends() {
    return appends;
  }

  private void batch(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean patient = patience.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    Mood now = patient ? Mood.UP : mood;
    requests.incrementAndGet();
    switch (now) {
      case UP -> answer(exchange, 200, append(body));
      case DOWN -> answer(exchange, 503, "{\"code\":\"LOG_UNAVAILABLE\"}");
      case SLOW -> {
        take(Duration.ofSeconds(4));
        answer(exchange, 503, "{\"code\":\"LOG_BUSY\"}");
      }
      case STEADY -> {
        take(Duration.ofMillis(20));
        answer(exchange, 200, append(body));
      }
      case FAILS_AFTER_COMMIT -> {
        append(body);
        answer(exchange, 503, "{\"code\":\"LOG_UNAVAILABLE\"}");
      }
      case BREAKS_OFF -> breakOff(exchange, append(body));
      case BREAKS_OFF_ONCE -> {
        mood = Mood.UP;
        breakOff(exchange, append(body));
      }
    }
  }

  private static void breakOff(HttpExchange exchange, String text) throws IOException {
    byte[] said = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, said.length);
    exchange.getResponseBody().write(said, 0, said.length / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static void take(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized String append(byte[] body) {
    appends++;
    StringBuilder answers = new StringBuilder();
    for (String line : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        answers.append(append(line)).append('\n');
      }
    }
    return answers.toString();
  }

  private String append(String line) {
    String uid = DisclosedRecord.of(line).path("metadata").path("uid").asText();
    boolean replayed = indexOfUid.containsKey(uid);
    int index = indexOfUid.computeIfAbsent(uid, _ -> entries.size());
    if (!replayed) {
      entries.add(line);
    } else if (!entries.get(index).equals(line)) {
      return "{\"code\":\"IDEMPOTENCY_CONFLICT\",\"detail\":\"other bytes\"}";
    }
    return "{\"index\":%d,\"leaf\":\"%s\",\"replayed\":%b}".formatted(index, leaf(line), replayed);
  }

  /// RFC 6962 leaf hash.
  public static String leaf(String line) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) 0);
      byte[] hash = digest.digest(DisclosedRecord.leaf(line).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static final class MutualTls extends HttpsConfigurator {
    private MutualTls(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters tls = getSSLContext().getDefaultSSLParameters();
      tls.setNeedClientAuth(true);
      tls.setProtocols(new String[] {"TLSv1.3"});
      parameters.setSSLParameters(tls);
    }
  }
}
