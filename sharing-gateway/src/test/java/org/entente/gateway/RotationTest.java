package org.entente.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Tls;
import org.entente.gateway.exchange.Visit;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates are replaced on the disk while requests come. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects.
class RotationTest {

  Surroundings around;

  @Inject TlsConfigurationRegistry registry;

  @Inject Event<CertificateUpdatedEvent> updated;

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger served = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  @BeforeEach
  void fresh() {
    around.upstream().reset();
  }

  @Test
  void the_gateways_certificate_is_replaced_at_the_door_and_inside_and_no_open_connection_notices()
      throws Exception {
    // Given
    Visit visit = Visit.by(around, "eu");
    Thread load = Thread.ofVirtual().start(() -> ask(visit));
    try {
      until(() -> served.get() > 20);

      // When
      Certificate renewed = around.pki().renew(Pki.GATEWAY).leaf();
      takeOver("door");
      takeOver("inside");

      // Then
      until(() -> shownAtTheDoor(visit.own()).equals(Optional.of(renewed)));
      until(() -> {
        around.upstream().auditBreaksOnce(); // The next record goes over another connection.
        int seen = served.get();
        until(() -> served.get() > seen + 5);
        return around.upstream().lastCaller().equals(Optional.of(renewed));
      });
    } finally {
      over.set(true);
      load.join();
    }
    assertEquals(List.of(), List.copyOf(failures));
    assertThrows(IOException.class, this::withoutCertificate, "the door asks for one as before");
  }

  /** What the framework does by itself every reload-period. */
  private void takeOver(String bucket) {
    TlsConfiguration files = registry.get(bucket).orElseThrow();
    assertTrue(files.reload());
    updated.fire(new CertificateUpdatedEvent(bucket, files));
  }

  private void withoutCertificate() throws IOException, GeneralSecurityException {
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, Tls.trusting(around.pki().exchangeAnchor()), null);
    var address = InetAddress.getLoopbackAddress();
    try (var socket = (SSLSocket) tls.getSocketFactory().createSocket(address, around.port())) {
      socket.getOutputStream().write("GET /taxii2/ HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
      if (socket.getInputStream().read() < 0) {
        throw new IOException("closed");
      }
    }
  }

  /** One request after the other over one connection. */
  private void ask(Visit visit) {
    try (HttpClient client = client(visit.own())) {
      while (!over.get()) {
        answer(client, visit);
      }
    } catch (IOException | GeneralSecurityException e) {
      failures.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpClient client, Visit visit) throws InterruptedException {
    var discovery = URI.create("https://localhost:" + around.port() + "/taxii2/");
    var request =
        HttpRequest.newBuilder(discovery).header("Authorization", "Bearer " + visit.token());
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        served.incrementAndGet();
      } else {
        failures.add("status " + status);
      }
    } catch (IOException e) {
      failures.add(e.toString());
    }
  }

  private HttpClient client(CredentialFiles own) throws IOException, GeneralSecurityException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(Tls.of(own, around.pki().exchangeAnchor()))
        .build();
  }

  /** A new connection may be dropped just then, see deploy/ROTATION.md. */
  private Optional<Certificate> shownAtTheDoor(CredentialFiles own)
      throws IOException, GeneralSecurityException {
    var tls = Tls.of(own, around.pki().exchangeAnchor()).getSocketFactory();
    try (var socket =
        (SSLSocket) tls.createSocket(InetAddress.getLoopbackAddress(), around.port())) {
      return Optional.of(socket.getSession().getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void until(Condition condition) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.holds()) {
      assertTrue(Instant.now().isBefore(deadline), () -> "in vain; " + failures);
      Thread.sleep(50);
    }
  }
}
