package org.entente.gateway.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.entente.gateway.exchange.Tls;
import org.entente.pki.Pki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit injects the folder; fresh() sets the rest.
class NeighbourTest {

  private static final Duration WITHIN = Duration.ofMillis(500);

  @TempDir Path folder;

  private Pki pki;
  private SSLContext own;

  @BeforeEach
  void fresh() throws GeneralSecurityException, IOException {
    pki = Pki.create(folder.resolve("ours"), Clock.systemUTC(), "kr");
    own = context(pki, Pki.GATEWAY);
  }

  @Test
  void a_service_of_the_exchange_answers() throws GeneralSecurityException, IOException {
    try (var served = serving(context(pki, Pki.AUDIT_SERVICE))) {
      assertEquals(Optional.empty(), trouble(served));
    }
  }

  @Test
  void a_service_of_another_authority_is_none() throws GeneralSecurityException, IOException {
    var other = Pki.create(folder.resolve("other"), Clock.systemUTC(), "kr");
    try (var served = serving(context(other, Pki.AUDIT_SERVICE))) {
      assertTrouble(trouble(served));
    }
  }

  /** The caller's part of the handshake is over before the other side has looked. */
  @Test
  void a_service_that_does_not_believe_us_is_none() throws GeneralSecurityException, IOException {
    var other = Pki.create(folder.resolve("other"), Clock.systemUTC(), "kr");
    try (var served = serving(Tls.of(pki.service(Pki.AUDIT_SERVICE), other.exchangeAnchor()))) {
      assertTrouble(trouble(served));
    }
  }

  @Test
  void a_process_that_is_gone_does_not_answer() throws IOException {
    ServerSocket gone = listening();
    gone.close();

    assertTrouble(trouble(gone));
  }

  @Test
  void a_process_that_is_stuck_does_not_answer() throws IOException {
    try (var stuck = listening()) {
      assertTrouble(trouble(stuck));
    }
  }

  private Optional<String> trouble(ServerSocket served) {
    var url = URI.create("https://localhost:" + served.getLocalPort());
    return new Neighbour("audit-service", url).trouble(own, WITHIN);
  }

  private static void assertTrouble(Optional<String> trouble) {
    assertTrue(trouble.orElseThrow().startsWith("does not answer: "), trouble::toString);
  }

  /** Nobody accepts; the system does. */
  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static ServerSocket serving(SSLContext context) throws IOException {
    var factory = context.getServerSocketFactory();
    var door = (SSLServerSocket) factory.createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    door.setNeedClientAuth(true);
    Thread.ofVirtual().start(() -> answerOne(door));
    return door;
  }

  private static void answerOne(SSLServerSocket door) {
    try (var caller = (SSLSocket) door.accept()) {
      caller.startHandshake();
      assertEquals(-1, caller.getInputStream().read(), "nothing is asked");
    } catch (SSLException _) {
      // The caller did not believe us, as it tells.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(Pki pki, String service)
      throws GeneralSecurityException, IOException {
    return Tls.of(pki.service(service), pki.exchangeAnchor());
  }
}
