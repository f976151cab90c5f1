package org.entente.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.gateway.exchange.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refused clients that go on sending: they are answered, and the gateway is done with them. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class LeftoverTest {

  private static final String ENDLESS = "Content-Length: 100000000000\r\n";

  Surroundings around;

  private Visit korea;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    korea = Visit.by(around, "kr");
  }

  @Test
  void refused_at_the_door_the_connection_ends_though_the_body_has_not() {
    String answer = posting(ENDLESS, "{");
    assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
    assertCloses(answer);
  }

  @Test
  void refused_by_a_resource_the_connection_ends_though_the_body_has_not() {
    for (String fields :
        List.of(
            "Accept: text/html\r\nContent-Type: " + Visit.TAXII + "\r\n",
            "Accept: " + Visit.TAXII + "\r\nContent-Type: text/plain\r\n")) {
      String answer = posting(fields + authorization() + ENDLESS, "{");
      assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
      assertCloses(answer);
    }
  }

  @Test
  void a_body_without_length_ends_the_connection_too() {
    String answer = posting("Transfer-Encoding: chunked\r\n", "1\r\n{\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
    assertCloses(answer);
  }

  @Test
  void over_http_2_only_the_stream_ends() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClient client = over2(vertx);
      HttpClientRequest request =
          client
              .request(HttpMethod.POST, around.port(), "localhost", Submitting.OBJECTS)
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, SECONDS);
      var broken = new CompletableFuture<Throwable>();
      request.setChunked(true).exceptionHandler(broken::complete);
      request.write(Buffer.buffer("{"));
      var answer = request.response().toCompletionStage().toCompletableFuture().get(10, SECONDS);
      assertEquals(HttpVersion.HTTP_2, answer.version());
      assertEquals(401, answer.statusCode());
      var reset = assertInstanceOf(StreamResetException.class, broken.get(10, SECONDS));
      assertEquals(0, reset.getCode());
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }
  }

  private HttpClient over2(Vertx vertx) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setSsl(true)
            .setUseAlpn(true)
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setCertPath(korea.own().certificate().toString())
                    .setKeyPath(korea.own().key().toString()))
            .setTrustOptions(
                new PemTrustOptions().addCertPath(around.pki().exchangeAnchor().toString())));
  }

  private String authorization() {
    return "Authorization: Bearer " + korea.token() + "\r\n";
  }

  /** Comes back when the connection has ended, or fails after ten seconds without a byte. */
  private String posting(String fields, String body) {
    String head = "POST " + Submitting.OBJECTS + " HTTP/1.1\r\nHost: localhost\r\n";
    return Visitor.raw(korea.own(), around, head + fields + "\r\n" + body);
  }

  private void assertCloses(String answer) {
    assertTrue(answer.toLowerCase(Locale.ROOT).contains("connection: close"), answer);
    assertEquals(1, around.upstream().records().size());
    around.upstream().reset();
  }
}
