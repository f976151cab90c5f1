package org.entente.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.Fellow;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.NotLeading;
import org.entente.audit.visibility.Readership;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;

/** Replicas append through the one that leads, and nobody passes for either of them. */
@QuarkusTest
class FellowTest extends ServiceTest {

  private static final Duration WITHIN = Duration.ofSeconds(5);

  @Inject Fellow fellow;

  private String leader() {
    return "127.0.0.1:" + service.getPort();
  }

  private static NewEntry entry(SampleRecord sample) {
    return NewEntry.parse(sample.bytes(), new Readership(Set.of(), List.of()));
  }

  @Test
  void the_leader_appends_what_a_fellow_has_judged_whoever_sent_it() {
    var byGateway = SampleRecord.fresh().by("sharing-gateway");
    var byIndicators = SampleRecord.fresh();

    var results = fellow.append(leader(), List.of(entry(byGateway), entry(byIndicators)), WITHIN);

    var first = (Appended) results.getFirst();
    assertEquals(
        new Appended(first.index() + 1, entry(byIndicators).leaf(), false), results.getLast());
    var again = fellow.append(leader(), List.of(entry(byGateway)), WITHIN);
    assertEquals(new Appended(first.index(), first.leaf(), true), again.getFirst());
  }

  @Test
  void a_leader_that_is_asked_for_nothing_says_that_it_leads() {
    assertEquals(List.of(), fellow.append(leader(), List.of(), WITHIN));
  }

  @Test
  void no_other_service_may_append_as_a_fellow() {
    var gateways =
        "operation = 'log.append' AND code = 'CALLER_UNKNOWN' AND actor = 'sharing-gateway'";
    var before = recorded(gateways);

    gateway()
        .request()
        .contentType("application/octet-stream")
        .body(new byte[] {1, 0, 0, 0, 0})
        .post("/v1/fellows/entries")
        .then()
        .statusCode(403);

    assertEquals(before + 1, recorded(gateways));
  }

  @Test
  void no_other_service_passes_for_the_leader() throws Exception {
    try (var impostor = new Impostor(exchange.pki().service(Pki.GATEWAY))) {
      var refused =
          assertThrows(
              NotLeading.class, () -> fellow.append(impostor.address(), List.of(), WITHIN));

      assertTrue(refused.detail().contains("SSLHandshakeException"), refused.detail());
    }
    try (var genuine = new Impostor(exchange.pki().service(Pki.AUDIT_SERVICE))) {
      assertEquals(List.of(), fellow.append(genuine.address(), List.of(), WITHIN));
    }
  }

  @Test
  void a_leader_that_is_gone_or_silent_is_told_from_one_that_refuses() throws Exception {
    assertThrows(NotLeading.class, () -> fellow.append("127.0.0.1:1", List.of(), WITHIN));
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = "127.0.0.1:" + silent.getLocalPort();
      assertThrows(
          NotLeading.class, () -> fellow.append(address, List.of(), Duration.ofMillis(200)));
    }
  }

  /** Says that it leads, with this certificate. */
  private final class Impostor implements AutoCloseable {

    private static final byte[] NOTHING_APPENDED = {1, 0, 0, 0, 0};

    private final HttpsServer server;

    Impostor(CredentialFiles certificate) throws Exception {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(Tls.context(exchange, certificate)));
      server.createContext(
          "/",
          call -> {
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(200, NOTHING_APPENDED.length);
            call.getResponseBody().write(NOTHING_APPENDED);
            call.close();
          });
      server.start();
    }

    String address() {
      return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
