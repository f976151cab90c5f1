package org.entente.gateway.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Plays indicator- and audit-service by the letter of their contracts, over real mTLS: keeps what
 * arrives, and can fail on demand. Thread-safe.
 */
public final class Upstream implements AutoCloseable {

  private static final String STATUS =
      """
      {"id":"2d086da7-4bdc-4f91-900e-d77486753710","status":"complete","total_count":0,\
      "success_count":0,"failure_count":0,"pending_count":0}\
      """;

  /** A request to the indicator-service. */
  public record Arrived(String method, String uri, Map<String, List<String>> headers, String body) {

    /** The one value of a header. */
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(field -> field.getKey().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow()
          .getValue()
          .getFirst();
    }
  }

  /** What the services inside answer when a test says so. */
  public record Reply(int status, Map<String, String> headers, String body) {

    /** A refusal as the services inside write it. */
    public static Reply problem(int status, String code) {
      return new Reply(
          status,
          Map.of("Content-Type", "application/problem+json"),
          "{\"title\":\"t\",\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"d\"}");
    }
  }

  private final HttpsServer server;
  private final List<JsonNode> records = new CopyOnWriteArrayList<>();
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final AtomicBoolean breakNext = new AtomicBoolean();
  private final AtomicReference<@Nullable Certificate> caller = new AtomicReference<>();
  private final AtomicInteger appends = new AtomicInteger();
  private final AtomicInteger holding = new AtomicInteger();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private volatile boolean auditDown;
  private volatile boolean indicatorsDown;
  private volatile boolean auditBreaksOff;
  private volatile boolean indicatorsBreakOff;
  private volatile Optional<Reply> reply = Optional.empty();

  /** Starts on a free port of the loopback interface. */
  public Upstream(SSLContext tls) {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(requiringCertificates(tls));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/entries", this::append);
    server.createContext("/v1/receipts", this::receipt);
    server.createContext("/v1/", this::indicators);
    server.start();
  }

  private static HttpsConfigurator requiringCertificates(SSLContext tls) {
    return new HttpsConfigurator(tls) {
      @Override
      public void configure(HttpsParameters parameters) {
        var wanted = tls.getDefaultSSLParameters();
        wanted.setNeedClientAuth(true);
        parameters.setSSLParameters(wanted);
      }
    };
  }

  /** Where it listens. */
  public String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** Forgets everything and works again. */
  public void reset() {
    silence.countDown();
    held.countDown();
    holding.set(0);
    records.clear();
    arrived.clear();
    appends.set(0);
    auditDown = false;
    indicatorsDown = false;
    auditBreaksOff = false;
    indicatorsBreakOff = false;
    reply = Optional.empty();
  }

  /** From now on the services inside answer this, the log's appending excepted. */
  public void replies(Reply next) {
    reply = Optional.of(next);
  }

  /** From now on the log refuses every record. */
  public void auditDown() {
    auditDown = true;
  }

  /** From now on it takes them again. */
  public void auditUp() {
    auditDown = false;
  }

  /** From now on what the log answers to a record ends in the middle of its body. */
  public void auditBreaksOff() {
    auditBreaksOff = true;
  }

  /** The same of what the other services inside answer. */
  public void indicatorsBreakOff() {
    indicatorsBreakOff = true;
  }

  /** The log breaks the next connection instead of answering. */
  public void auditBreaksOnce() {
    breakNext.set(true);
  }

  /** From now on, until it is reset, the log takes what it gets and says nothing. */
  public void auditSilent() {
    silence = new CountDownLatch(1);
  }

  /** How often something was sent to the log to be appended. */
  public int appends() {
    return appends.get();
  }

  /** From now on connections to the indicator-service break. */
  public void indicatorsDown() {
    indicatorsDown = true;
  }

  /** Of what reaches the indicator-service from now on, so many are not answered until a reset. */
  public void indicatorsHold(int requests) {
    held = new CountDownLatch(1);
    holding.set(requests);
  }

  /** Answers what was held. */
  public void letGo() {
    held.countDown();
  }

  /** The certificate that the gateway showed last, when it had something recorded. */
  public Optional<Certificate> lastCaller() {
    return Optional.ofNullable(caller.get());
  }

  /** What was recorded, in order. */
  public List<JsonNode> records() {
    return List.copyOf(records);
  }

  /** What reached the indicator-service, in order. */
  public List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  private void append(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    caller.set(((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0]);
    appends.incrementAndGet();
    if (stayedSilent() || breakNext.getAndSet(false)) {
      exchange.close();
      return;
    }
    if (auditDown) {
      exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
      send(exchange, 503, "{\"code\":\"LOG_UNAVAILABLE\"}");
      return;
    }
    records.add(DisclosedRecord.of(new String(body, StandardCharsets.UTF_8)));
    String receipt = "{\"index\":" + (records.size() - 1) + ",\"leaf\":\"bGVhZg\"}";
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    send(exchange, 201, receipt);
  }

  private boolean stayedSilent() {
    boolean silent = silence.getCount() > 0;
    await(silence);
    return silent;
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void receipt(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    answer(exchange, "text/plain; charset=utf-8", exchange.getRequestURI().toString());
  }

  private void indicators(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (indicatorsDown) {
      exchange.close();
      return;
    }
    arrived.add(
        new Arrived(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            new String(body, StandardCharsets.UTF_8)));
    if (holding.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      await(held);
    }
    exchange.getResponseHeaders().set("Audit-Receipt", "7;bGVhZg");
    if (exchange.getRequestMethod().equals("POST")) {
      answer(exchange, 202, "application/taxii+json;version=2.1", STATUS);
    } else {
      answer(exchange, "application/taxii+json;version=2.1", "{}");
    }
  }

  private void answer(HttpExchange exchange, String type, String body) throws IOException {
    answer(exchange, 200, type, body);
  }

  private void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    if (reply.isPresent()) {
      reply.get().headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, reply.get().status(), reply.get().body());
    } else {
      exchange.getResponseHeaders().set("Content-Type", type);
      send(exchange, status, body);
    }
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean appending = exchange.getRequestURI().getPath().startsWith("/v1/entries");
    boolean whole = appending ? !auditBreaksOff : !indicatorsBreakOff;
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes, 0, whole ? bytes.length : bytes.length / 2);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
