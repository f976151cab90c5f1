package org.entente.indicator.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready while the audit-service answers: nothing is received or released without it, and whoever
/// calls is led to a replica that is not cut off from it. It answers when a TLS handshake succeeds,
/// which takes the network, a process that runs, and certificates that both believe.
@Startup
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {
  /// For the connection, and again for each step of the handshake; probes wait longer.
  private static final int PATIENCE_MS = 700;

  private static final int HTTPS = 443;
  private static final int ALERT_WITHIN_MS = 200;

  private final URI log;
  private final TlsConfigurationRegistry tls;
  private volatile boolean reached = true;

  LogReadiness(
      @ConfigProperty(name = "quarkus.rest-client.audit-service.url") URI log,
      TlsConfigurationRegistry tls,
      MeterRegistry meters) {
    this.log = log;
    this.tls = tls;
    Gauge.builder("indicator.log.reached", () -> reached ? 1 : 0).register(meters);
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("log");
    try (Socket plain = new Socket()) {
      int port = log.getPort() < 0 ? HTTPS : log.getPort();
      plain.connect(new InetSocketAddress(log.getHost(), port), PATIENCE_MS);
      plain.setSoTimeout(PATIENCE_MS);
      greet(plain, port);
      reached = true;
      return response.up().withData("audit-service", "answers").build();
    } catch (IOException e) {
      reached = false;
      var trouble = "does not answer: " + e.getMessage();
      return response.down().withData("audit-service", trouble).build();
    }
  }

  private void greet(Socket plain, int port) throws IOException {
    var factory = own().getSocketFactory();
    try (var socket = (SSLSocket) factory.createSocket(plain, log.getHost(), port, true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      awaitNoRefusal(socket);
    }
  }

  /// In TLS 1.3 the handshake is over for the client before the server has looked at its
  /// certificate (RFC 8446 section 4.4.4); an alert may follow. Silence says that there is none.
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

  /// Anew each time: certificates are replaced in their files.
  private SSLContext own() {
    try {
      return tls.get("audit").orElseThrow().createSSLContext();
    } catch (Exception e) { // What it declares; the health answer says that this check failed.
      throw new IllegalStateException("the TLS configuration audit cannot be used", e);
    }
  }
}
