package org.entente.pki;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A small time-stamp authority over HTTP (RFC 3161 section 3.4) on a free port of 127.0.0.1. It
 * answers honestly until it is told otherwise. Thread-safe.
 */
public final class TimeStampServer implements AutoCloseable {

  private static final int MAX_QUERY = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TimeStamper stamper;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile UnaryOperator<byte[]> answer;

  private TimeStampServer(HttpServer server, TimeStamper stamper) {
    this.server = server;
    this.stamper = stamper;
    answer = stamper::answer;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Listens for plain HTTP: the answers are signed. */
  public static TimeStampServer start(TimeStamper stamper) {
    return start(stamper, Optional.empty());
  }

  /** Listens for HTTPS, as this service. */
  public static TimeStampServer start(TimeStamper stamper, Credential service) {
    return start(stamper, Optional.of(service));
  }

  private static TimeStampServer start(TimeStamper stamper, Optional<Credential> service) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      if (service.isEmpty()) {
        return new TimeStampServer(HttpServer.create(address, 0), stamper);
      }
      var server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context(service.get())));
      return new TimeStampServer(server, stamper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext context(Credential service) {
    try {
      var keys = KeyManagerFactory.getInstance("PKIX");
      var password = CredentialFiles.PASSWORD;
      keys.init(service.keyStore(password), password.toCharArray());
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS 1.3", e);
    }
  }

  /** Where to send queries. */
  public URI url() {
    var scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** What it makes honest answers with. */
  public TimeStamper stamper() {
    return stamper;
  }

  /** How often it was asked. */
  public int asked() {
    return asked.get();
  }

  /** From now on it answers so; it may take its time, or fail. */
  public void answering(UnaryOperator<byte[]> other) {
    answer = other;
  }

  /** From now on it is honest. */
  public void honest() {
    answer = stamper::answer;
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      asked.incrementAndGet();
      var query = http.getRequestBody().readNBytes(MAX_QUERY);
      var body = answered(query);
      http.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      http.sendResponseHeaders(body.isPresent() ? 200 : 500, body.map(b -> b.length).orElse(-1));
      if (body.isPresent()) {
        http.getResponseBody().write(body.get());
      }
    }
  }

  private Optional<byte[]> answered(byte[] query) {
    try {
      return Optional.of(answer.apply(query));
    } catch (RuntimeException _) {
      return Optional.empty(); // whatever it could not do, it says 500
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
