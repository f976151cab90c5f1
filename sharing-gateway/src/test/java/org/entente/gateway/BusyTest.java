package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Draft;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.exchange.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registered partners that send too much at once, or too slowly. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class BusyTest {

  /** So many bodies of the largest size has a partner by default. */
  private static final int FULL = 3;

  private static final String LARGE = "Expect: 100-continue\r\nContent-Length: 10485760\r\n";
  private static final String GO_ON = "HTTP/1.1 100 Continue";

  Surroundings around;

  private Visit korea;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    korea = Visit.by(around, "kr");
  }

  @Test
  void a_partner_that_fills_its_memory_is_busy_and_the_others_are_not() throws IOException {
    List<Socket> sending = new ArrayList<>();
    for (int i = 0; i < FULL; i++) {
      sending.add(begin(LARGE));
      assertEquals(GO_ON, firstLine(sending.getLast()));
    }
    try (Socket oneMore = begin(LARGE)) {
      assertEquals("HTTP/1.1 503 Service Unavailable", firstLine(oneMore));
      assertEquals(List.of("LIMIT_BUSY"), codes());
    }
    Visit europe = Visit.by(around, "eu");
    String manifest = Draft.of(around, "eu", Submitting.ENVELOPE).signed(around, "eu");
    assertEquals(202, Submitting.plain(europe, manifest, Submitting.ENVELOPE).statusCode());
    for (Socket each : sending) {
      each.close();
    }
    awaitRecords(1 + FULL); // What broke off is over, and recorded as well.
    try (Socket again = begin(LARGE)) {
      assertEquals(GO_ON, firstLine(again));
    }
    awaitRecords(2 + FULL);
  }

  @Test
  void a_body_that_trickles_is_refused_in_time_and_the_connection_closes() throws IOException {
    try (Socket socket = begin("Content-Length: 100000\r\n")) {
      socket.setSoTimeout(200);
      String answer = read(socket);
      assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
      assertTrue(answer.contains("\"error_code\":\"LIMIT_TIME\""), answer);
      assertEquals(List.of("LIMIT_TIME"), codes());
    }
  }

  /** Another byte whenever there is nothing to read, up to the end of the connection. */
  private static String read(Socket socket) throws IOException {
    var answer = new StringBuilder();
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(deadline)) {
      try {
        int next = socket.getInputStream().read();
        if (next < 0) {
          return answer.toString();
        }
        answer.append((char) next);
      } catch (SocketTimeoutException e) {
        if (answer.isEmpty()) {
          socket.getOutputStream().write(' ');
        }
      }
    }
    throw new AssertionError("still open after " + answer);
  }

  private Socket begin(String fields) {
    String head =
        "POST "
            + Submitting.OBJECTS
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + korea.token()
            + "\r\nAccept: "
            + Visit.TAXII
            + "\r\nContent-Type: "
            + Visit.TAXII
            + "\r\n";
    return Visitor.begin(korea.own(), around, head + fields + "\r\n");
  }

  private static String firstLine(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  private void awaitRecords(int count) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
    while (around.upstream().records().size() < count) {
      assertTrue(Instant.now().isBefore(deadline), () -> "only " + codes());
      Thread.onSpinWait();
    }
  }

  private List<String> codes() {
    return around.upstream().records().stream()
        .map(record -> record.at("/status_detail").asText())
        .toList();
  }
}
