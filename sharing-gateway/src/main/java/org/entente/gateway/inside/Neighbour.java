package org.entente.gateway.inside;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A service that this one needs. It answers when a TLS handshake with it succeeds: that takes the
 * network, a process that runs, and certificates that both sides believe, and leaves nothing
 * behind, whereas each request would be on record.
 *
 * @param name what people call it
 * @param url where it is, {@code https}
 */
record Neighbour(String name, URI url) {

  private static final int HTTPS = 443;
  private static final int ALERT_WITHIN_MS = 200;

  /**
   * Asks it now, in a connection of its own.
   *
   * @param own what this service shows, and whom it believes
   * @param within for the connection, and again for each step of the handshake
   * @return what is wrong, for an operator; empty when it answers
   */
  Optional<String> trouble(SSLContext own, Duration within) {
    int patience = Math.toIntExact(within.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(url.getHost(), port()), patience);
      plain.setSoTimeout(patience);
      greet(own, plain);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("does not answer: " + e.getMessage());
    }
  }

  private void greet(SSLContext own, Socket plain) throws IOException {
    var factory = own.getSocketFactory();
    try (var socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port(), true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      awaitNoRefusal(socket);
    }
  }

  /**
   * In TLS 1.3 the handshake is over for the client before the server has looked at its certificate
   * (RFC 8446 section 4.4.4); an alert may follow. Silence says that there is none.
   */
  private static void awaitNoRefusal(SSLSocket socket) throws IOException {
    socket.setSoTimeout(ALERT_WITHIN_MS);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new IOException("it closed the connection");
      }
    } catch (SocketTimeoutException _) {
      // Nobody speaks before it is asked.
    }
  }

  private int port() {
    return url.getPort() < 0 ? HTTPS : url.getPort();
  }
}
