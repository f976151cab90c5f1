package org.entente.gateway.submission;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.entente.gateway.refusal.Refused;
import org.entente.kit.manifest.Body;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

  private static final Body BODY = Body.of("{}".getBytes(StandardCharsets.US_ASCII));
  private static final String RIGHT =
      "sha-256=:" + Base64.getEncoder().encodeToString(BODY.sha256().bytes()) + ":";

  @Test
  void the_right_digest_passes_and_so_does_none() {
    assertDoesNotThrow(() -> ContentDigest.requireMatch(List.of(), BODY));
    assertDoesNotThrow(() -> ContentDigest.requireMatch(List.of(RIGHT), BODY));
    assertDoesNotThrow(() -> ContentDigest.requireMatch(List.of("sha-512=:AA==:, " + RIGHT), BODY));
  }

  @Test
  void a_digest_of_something_else_is_refused_wherever_it_stands() {
    for (String wrong : List.of("sha-256=:AAAA:", RIGHT + ", sha-256=:AAAA:", "sha-256=AAAA")) {
      assertThrows(Refused.class, () -> ContentDigest.requireMatch(List.of(wrong), BODY), wrong);
    }
    assertThrows(
        Refused.class, () -> ContentDigest.requireMatch(List.of(RIGHT, "sha-256=:AAAA:"), BODY));
  }
}
