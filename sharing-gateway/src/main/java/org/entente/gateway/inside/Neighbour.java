package org.entente.gateway.inside;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
    }
  }

  private int port() {
    return url.getPort() < 0 ? HTTPS : url.getPort();
  }
}
