package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.entente.local.process.CannotStart;

/**
 * Where the parts listen, all on 127.0.0.1.
 *
 * @param plain what needs one port only
 */
public record Ports(
    Pair gateway, Pair indicatorService, Pair auditService, Pair keycloak, Plain plain) {

  /**
   * A service's two ports.
   *
   * @param main where the work is done, HTTPS
   * @param management health and metrics, plain HTTP
   */
  public record Pair(int main, int management) {

    /** Host and port of the former. */
    String address() {
      return "127.0.0.1:" + main;
    }
  }

  /**
   * Single ports.
   *
   * @param postgres PostgreSQL
   * @param witnesses one for each member, in their order
   */
  public record Plain(int postgres, List<Integer> witnesses) {
    public Plain {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** What the documentation says: 8443 to 8449 and 9443 to 9446. */
  public static Ports usual() {
    return startingAt(8443, 9443);
  }

  /** Seven ports from the first number on and four from the second. */
  public static Ports startingAt(int main, int management) {
    return new Ports(
        new Pair(main, management),
        new Pair(main + 1, management + 1),
        new Pair(main + 2, management + 2),
        new Pair(main + 3, management + 3),
        new Plain(main + 4, List.of(main + 5, main + 6)));
  }

  /** Eleven ports nobody uses at this moment. */
  public static Ports free() {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < 11; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      var free = sockets.stream().map(ServerSocket::getLocalPort).toList();
      return new Ports(
          new Pair(free.get(0), free.get(1)),
          new Pair(free.get(2), free.get(3)),
          new Pair(free.get(4), free.get(5)),
          new Pair(free.get(6), free.get(7)),
          new Plain(free.get(8), free.subList(9, 11)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  /**
   * Makes sure nobody listens on any of them.
   *
   * @throws CannotStart naming the first taken port and what needs it
   */
  void requireFree() {
    for (var need : needs()) {
      try (var socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), need.port()));
      } catch (IOException e) {
        throw new CannotStart(
            "Port "
                + need.port()
                + " is needed by "
                + need.what()
                + " but taken by another program: stop that one or choose others with --port and --management-port.",
            e);
      }
    }
  }

  private record Need(String what, int port) {}

  private List<Need> needs() {
    return List.of(
        new Need("the sharing-gateway", gateway.main()),
        new Need("the sharing-gateway's health page", gateway.management()),
        new Need("the indicator-service", indicatorService.main()),
        new Need("the indicator-service's health page", indicatorService.management()),
        new Need("the audit-service", auditService.main()),
        new Need("the audit-service's health page", auditService.management()),
        new Need("Keycloak", keycloak.main()),
        new Need("Keycloak's health page", keycloak.management()),
        new Need("PostgreSQL", plain.postgres()),
        new Need("Korea's witness", plain.witnesses().getFirst()),
        new Need("the EU's witness", plain.witnesses().getLast()));
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
