package org.entente.audit.outward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.entente.audit.DrippingServer;
import org.junit.jupiter.api.Test;

/** A server of somebody else can keep nobody waiting, and fill no memory. */
class OutwardClientTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration HANGS = Duration.ofSeconds(20);
  private static final int MOST = 1000;

  private final OutwardClient client = new OutwardClient(PATIENCE, Optional.empty());

  @Test
  void a_body_that_never_ends_is_given_up_in_time() throws Exception {
    try (var server = DrippingServer.withoutEnd()) {
      var late =
          assertTimeoutPreemptively(
              HANGS, () -> assertThrows(IOException.class, () -> ask(server)));
      assertEquals("no answer within PT0.5S", late.getMessage());
    }
  }

  @Test
  void a_body_that_is_too_long_is_not_read_to_its_end() throws Exception {
    try (var server = DrippingServer.of("x".repeat(MOST + 1).getBytes(UTF_8))) {
      var long_ = assertThrows(IOException.class, () -> ask(server));
      assertTrue(String.valueOf(long_.getMessage()).contains("capacity"), long_.getMessage());
    }
  }

  @Test
  void what_is_not_too_long_is_answered_whole() throws Exception {
    var body = "x".repeat(MOST).getBytes(UTF_8);
    try (var server = DrippingServer.of(body)) {
      assertArrayEquals(body, ask(server));
    }
  }

  private byte[] ask(DrippingServer server) throws IOException, InterruptedException {
    return client.ask(HttpRequest.newBuilder(URI.create(server.url())).build(), MOST).body();
  }
}
