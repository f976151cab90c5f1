package org.entente.indicator.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Trait;
import org.entente.indicator.refusal.Refusal.CallerUnknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerHeaderTest {
  private static final String REQUEST = "\"request\":\"11111111-2222-4333-8444-555555555555\"";

  @Test
  void the_gateway_says_who_asks_and_what_for() {
    Actor actor =
        read("{\"partner\":\"kr\",\"client\":\"kr-feed\",\"purpose\":\"p\"," + REQUEST + "}");

    assertEquals("kr", actor.partner());
    assertEquals("kr-feed", actor.text(Trait.CLIENT));
    assertEquals(Optional.of("p"), actor.purpose());
    assertEquals("-", actor.text(Trait.IP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"partner\":\"kr\"}",
        "{\"partner\":\"kr\",\"request\":\"x\"}",
        "{\"partner\":\"-\"," + REQUEST + "}",
        "{\"partner\":\"KR\"," + REQUEST + "}",
        "{\"partner\":\"kr' OR 1=1\"," + REQUEST + "}",
        "{\"partner\":7," + REQUEST + "}",
        "{\"partner\":\"kr\",\"partner\":\"eu\"," + REQUEST + "}"
      })
  void whatever_the_gateway_would_not_write_is_nobodys_call(String json) {
    assertThrows(CallerUnknown.class, () -> read(json));
  }

  @Test
  void what_is_not_base64url_is_nobodys_call() {
    assertThrows(CallerUnknown.class, () -> CallerHeader.read("{}"));
  }

  private static Actor read(String json) {
    return CallerHeader.read(
        Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
  }
}
