package org.entente.audit.sequencer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.DriverManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Stands between JDBC and PostgreSQL and cuts a connection after any byte, in either direction. The
 * other connections, and later ones, go on.
 */
final class CuttingProxy implements AutoCloseable {

  private static final long NEVER = Long.MAX_VALUE;
  private static final int BUFFER = 8192;

  private final ServerSocket listening;
  private final int target;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong toServer = new AtomicLong(NEVER);
  private final AtomicLong toClient = new AtomicLong(NEVER);
  private final AtomicLong cuts = new AtomicLong();

  CuttingProxy(int target) throws IOException {
    this.target = target;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** The next connection that sends its this many bytes more to the server is cut then. */
  void cutAfterSending(long bytes) {
    toServer.set(bytes);
  }

  /** The same for what the server sends. */
  void cutAfterReceiving(long bytes) {
    toClient.set(bytes);
  }

  /** How many connections were cut. */
  long cuts() {
    return cuts.get();
  }

  /** Connections to this schema through here, a new one each time. */
  DataSource to(String schema) {
    var url =
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&currentSchema=%s"
            .formatted(listening.getLocalPort(), schema);
    return (DataSource)
        Proxy.newProxyInstance(
            CuttingProxy.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, _) -> {
              if (method.getName().equals("getConnection")) {
                return DriverManager.getConnection(url);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        var client = listening.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        threads.execute(() -> pump(client, server, toServer));
        threads.execute(() -> pump(server, client, toClient));
      }
    } catch (IOException _) {
      // closed, or the server is away: then so are we
    }
  }

  private void pump(Socket from, Socket to, AtomicLong budget) {
    var buffer = new byte[BUFFER];
    try (from;
        to) {
      for (var read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        var size = read;
        var before = budget.getAndUpdate(left -> left == NEVER ? NEVER : Math.max(0, left - size));
        var cut = before != NEVER && before <= read;
        to.getOutputStream().write(buffer, 0, cut ? (int) before : read);
        if (cut && budget.compareAndSet(0, NEVER)) {
          cuts.incrementAndGet();
          from.setSoLinger(true, 0);
          to.setSoLinger(true, 0);
          return;
        }
      }
    } catch (IOException _) {
      // one side is gone, so the other goes
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
