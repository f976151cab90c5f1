package org.entente.audit.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.entente.audit.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoteTest {

  @Test
  void line_ends_are_line_feeds_and_all_languages_are_welcome() {
    assertEquals("검토함\n이상 없음 🙂", Note.of("  검토함\r\n이상 없음 🙂\r\n").text());
    assertEquals(4_000, Note.of("가".repeat(4_000)).text().length());
  }

  static Stream<String> unfit() {
    return Stream.of(
        "", "  \r\n ", "x".repeat(4_001), "a\u0000b", "a\tb", "a\rb", "a\u0085b", "a\ud800b");
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void what_is_no_note_is_refused(String sent) {
    var refused = assertThrows(ReviewRefused.class, () -> Note.of(sent));
    assertEquals(RefusalCode.REVIEW_INVALID, refused.code());
  }
}
