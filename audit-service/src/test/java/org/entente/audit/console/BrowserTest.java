package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {

  @ParameterizedTest
  @ValueSource(strings = {"/console", "/console/", "/console/search?a=b&c=%20d", "/console/a-b/c"})
  void own_pages_are_led_back_to(String page) {
    assertTrue(Browser.isOwnPage(page), page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//evil.example",
        "/console//evil.example",
        "/consoles",
        "https://evil.example/console/",
        "/console/../v1/search",
        "/console/\\evil.example",
        "/console/?a=\r\nSet-Cookie:x",
        "/console/?to=//evil.example",
        "javascript:alert(1)"
      })
  void nothing_else_is(String page) {
    assertFalse(Browser.isOwnPage(page), page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko-KR,ko;q=0.9,en;q=0.8|KOREAN",
        "fr-BE,fr;q=0.9,ko;q=0.2|KOREAN",
        "de|ENGLISH",
        "''|ENGLISH",
        "*|ENGLISH",
        ";;;q=x|ENGLISH"
      })
  void the_preferred_language_is_taken_as_far_as_there_is_one(String accept, Language language) {
    assertEquals(language, Language.preferred(accept));
  }
}
