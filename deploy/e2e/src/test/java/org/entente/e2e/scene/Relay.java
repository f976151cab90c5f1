package org.entente.e2e.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.entente.local.exchange.Service;

/**
 * Stands before a service as a load balancer does: whoever connects is led to a replica that is
 * ready, to each in turn, if there are several. It can also be a bad network. Thread-safe.
 */
public final class Relay implements AutoCloseable {

  private static final int CHUNK = 4096;
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ServerSocket door;
  private final List<Replica> replicas = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile long most = Long.MAX_VALUE;

  private Relay(ServerSocket door) {
    this.door = door;
  }

  /** Listens from now on; leads nowhere yet. */
  public static Relay open() {
    try {
      var relay = new Relay(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own port, for those who cut it off. */
  String port() {
    return String.valueOf(door.getLocalPort());
  }

  public String url() {
    return "https://localhost:" + door.getLocalPort();
  }

  /** Leads there, too. */
  public void to(Service service) {
    var replica = new Replica(service);
    replicas.add(replica);
    Thread.ofVirtual().start(() -> watch(replica));
  }

  /** Leads there no longer. */
  public void notTo(Service service) {
    replicas.removeIf(replica -> replica.service == service);
  }

  /** One it leads to, and whether that was ready when it was last asked. */
  private static final class Replica {
    private final Service service;
    private volatile boolean ready = true;

    Replica(Service service) {
      this.service = service;
    }
  }

  private void watch(Replica replica) {
    try {
      while (replicas.contains(replica) && !door.isClosed()) {
        replica.ready = replicas.size() == 1 || Health.of(replica.service).ready();
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends every connection, and each new one after so many bytes from the log. */
  public void cutAfter(long bytes) {
    most = bytes;
    open.forEach(Relay::end);
  }

  /** A good network again. */
  public void mend() {
    cutAfter(Long.MAX_VALUE);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var caller = door.accept();
        Thread.ofVirtual().start(() -> lead(caller));
      } catch (IOException _) {
        // Closed, as the loop sees.
      }
    }
  }

  private void lead(Socket caller) {
    var limit = most;
    try (caller;
        var log = new Socket(InetAddress.getLoopbackAddress(), ready().port())) {
      open.add(caller);
      var back = Thread.ofVirtual().start(() -> copy(log, caller, limit));
      copy(caller, log, Long.MAX_VALUE);
      back.join();
    } catch (IOException _) {
      // Nobody is there, as the caller sees: its connection ends.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(caller);
    }
  }

  /** The next one in turn that is ready; the next one, if none is. */
  private Service ready() {
    var all = List.copyOf(replicas);
    var first = turn.getAndIncrement();
    return IntStream.range(first, first + all.size())
        .mapToObj(i -> all.get(Math.floorMod(i, all.size())))
        .filter(replica -> replica.ready)
        .findFirst()
        .orElse(all.get(Math.floorMod(first, all.size())))
        .service;
  }

  /** Until one side ends or the limit is reached; then both end. */
  private static void copy(Socket from, Socket to, long limit) {
    var chunk = new byte[CHUNK];
    try {
      var rest = limit;
      while (rest > 0) {
        var read = from.getInputStream().read(chunk, 0, (int) Math.min(rest, CHUNK));
        if (read < 0) {
          break;
        }
        to.getOutputStream().write(chunk, 0, read);
        rest -= read;
      }
    } catch (IOException _) {
      // One side is gone.
    } finally {
      end(from);
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(Relay::end);
  }
}
