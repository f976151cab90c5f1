package org.entente.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbuseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/taxii2/",
        "/taxii2/exchange/collections/4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10/objects/?limit=1",
        "/evidence?object=indicator--1&version=2026-11-01T00%3A00%3A00.000Z&a=//../",
        "/a.b/..c/d..",
      })
  void a_plain_target_passes(String target) {
    assertEquals(Optional.empty(), code("GET", target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "taxii2/",
        "//",
        "/a//b",
        "/a/./b",
        "/a/../b",
        "/a/..",
        "/a/.",
        "/%2e%2e/",
        "/a%2fb",
        "/a%00",
        "/a;b=c/",
        "/a\\b",
        "/a?b={}",
        "/a#b",
        "/a?b=%zz",
      })
  void a_target_that_two_parsers_may_read_differently_does_not(String target) {
    assertEquals(Optional.of(Code.HTTP_ABUSE), code("GET", target));
  }

  @Test
  void methods_that_show_what_was_received_are_not_served() {
    assertEquals(Optional.of(Code.HTTP_ABUSE), code("TRACE", "/taxii2/"));
    assertEquals(Optional.of(Code.HTTP_ABUSE), code("CONNECT", "/taxii2/"));
  }

  private static Optional<Code> code(String method, String target) {
    return Abuse.in(method, target, MultiMap.caseInsensitiveMultiMap()).map(Refused::code);
  }
}
