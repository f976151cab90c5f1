package org.entente.indicator.audit;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {
  /// For the connection, and again for each step of the handshake; probes wait longer.
  private static final int PATIENCE_MS = 700;

  private static final int HTTPS = 443;

  private final URI log;
  private final TlsConfigurationRegistry tls;

  LogReadiness(
      @ConfigProperty(name = "quarkus.rest-client.audit-service.url") URI log,
      TlsConfigurationRegistry tls) {
    this.log = log;
    this.tls = tls;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("log");
    try (Socket plain = new Socket()) {
      int port = log.getPort() < 0 ? HTTPS : log.getPort();
      plain.connect(new InetSocketAddress(log.getHost(), port), PATIENCE_MS);
      plain.setSoTimeout(PATIENCE_MS);
      greet(plain, port);
      return response.up().withData("audit-service", "answers").build();
    } catch (IOException e) {
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
