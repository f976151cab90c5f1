package org.entente.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers everything with 200 and the same bytes, and perhaps never says that it has ended. */
public final class DrippingServer implements AutoCloseable {

  private final byte[] body;
  private final boolean ends;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private DrippingServer(byte[] body, boolean ends) throws IOException {
    this.body = body;
    this.ends = ends;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers with this. */
  public static DrippingServer of(byte[] body) throws IOException {
    return new DrippingServer(body, true);
  }

  /** Begins an answer and never ends it. */
  public static DrippingServer withoutEnd() throws IOException {
    return new DrippingServer(new byte[] {'.'}, false);
  }

  /** Where it is asked. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      http.sendResponseHeaders(200, 0);
      http.getResponseBody().write(body);
      http.getResponseBody().flush();
      if (!ends) {
        closing.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
