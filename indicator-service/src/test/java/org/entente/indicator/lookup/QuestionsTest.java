package org.entente.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.entente.indicator.refusal.Refusal.LimitValues;
import org.entente.indicator.refusal.Refusal.LookupInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
  private static final Question TRON = new Question("T1", "tron", "", "");
  private static final Question PLAIN = Question.of("a.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.example\n{\"value\":\"T1\",\"chain\":\"tron\"}\n",
        "\"a.example\"\r\n\r\n  {\"chain\":\"tron\",\"value\":\"T1\"}",
        "[\"a.example\",{\"value\":\"T1\",\"chain\":\"tron\"}]",
        "\n[ \"a.example\" ,\n {\"value\":\"T1\",\"chain\":\"tron\"} ]\n"
      })
  void lists_lines_of_json_and_bare_lines_say_the_same(String body) {
    assertEquals(List.of(PLAIN, TRON), read(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"unclosed",
        "{\"value\":1}",
        "{\"chain\":\"btc\"}",
        "{\"value\":\"a\",\"more\":\"b\"}",
        "{\"value\":\"a\",\"value\":\"b\"}"
      })
  void a_line_that_cannot_be_read_fails_alone(String line) {
    List<Question> questions = read(line + "\na.example");

    assertFalse(questions.getFirst().fault().isEmpty());
    assertFalse(questions.getFirst().fault().contains("unclosed"));
    assertEquals(PLAIN, questions.getLast());
  }

  @Test
  void a_number_is_a_value_as_written() {
    assertEquals(List.of(Question.of("1.10")), read("[1.10]"));
  }

  @Test
  void nothing_too_much_and_what_is_no_text_are_refused() {
    assertThrows(LookupInvalid.class, () -> read(" \n "));
    assertThrows(LookupInvalid.class, () -> read("[]"));
    assertThrows(LimitValues.class, () -> read("a\nb\nc"));
    assertThrows(LimitValues.class, () -> read("[\"a\",\"b\",\"c\"]"));
    assertThrows(JsonInvalid.class, () -> read("[\"a\""));
    assertThrows(JsonInvalid.class, () -> Questions.read(new byte[] {(byte) 0xC3}, 2));
  }

  private static List<Question> read(String body) {
    return Questions.read(body.getBytes(StandardCharsets.UTF_8), 2);
  }
}
