package org.entente.audit.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms are read as browsers send them, and nothing else is taken for one. */
class FormTest {

  private static Form form(String text) {
    return Form.of(text.getBytes(UTF_8));
  }

  @Test
  void fields_are_found_by_name() {
    var form = form("form=1&query=party%3Dkr%26value%3D%2B&note=a+b%0D%0A%EA%B0%80&empty=");

    assertEquals("party=kr&value=+", form.field("query"));
    assertEquals("a b\r\n\uac00", form.field("note"));
    assertEquals("", form.field("empty"));
    assertNull(form.field("other"));
    assertNull(form("").field("note"));
  }

  @Test
  void the_longest_note_fits() {
    var note = "\uac00".repeat(4_000);

    assertEquals(note, form("note=" + URLEncoder.encode(note, UTF_8)).field("note"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"note=%", "note=%zz", "%=1", "note=a&note=b"})
  void what_no_browser_sends_is_refused(String text) {
    assertThrows(FormUnreadable.class, () -> form(text));
  }

  @Test
  void so_is_too_much() {
    assertThrows(FormUnreadable.class, () -> form("note=" + "a".repeat(Form.MOST_BYTES)));
    assertThrows(FormUnreadable.class, () -> form("a&".repeat(20)));
  }
}
