package org.entente.indicator.lookup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.entente.indicator.refusal.Refusal.LimitValues;
import org.entente.indicator.refusal.Refusal.LookupInvalid;
import org.entente.stix.address.Secrets;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.json.JsonText;

/// Reads what is asked: a JSON list, or lines, each of them JSON (a string, or an object with
/// `value` and maybe `chain` and `type`) or the bare value. Which of these it is shows in the text.
final class Questions {
  private static final Set<String> MEMBERS = Set.of("value", "chain", "type");

  private Questions() {}

  /// Reads a body.
  ///
  /// @param most questions
  /// @throws JsonInvalid when it is not UTF-8, or a list that is no I-JSON
  /// @throws LookupInvalid when it asks nothing
  /// @throws LimitValues when it asks too much
  static List<Question> read(byte[] body, int most) {
    String text = utf8(body).strip();
    if (text.isEmpty()) {
      throw new LookupInvalid("ask for at least one value");
    }
    List<Question> questions = text.startsWith("[") ? list(text, most) : lines(text, most);
    if (questions.isEmpty()) {
      throw new LookupInvalid("ask for at least one value");
    }
    return questions;
  }

  private static List<Question> list(String text, int most) {
    Json json;
    try {
      json = JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonRejected e) {
      throw new JsonInvalid("the list is no I-JSON, at byte " + e.offset());
    }
    List<Json> elements = json instanceof JsonArray array ? array.elements() : List.of();
    require(elements.size(), most);
    return elements.stream().map(Questions::question).toList();
  }

  private static List<Question> lines(String text, int most) {
    List<Question> questions = new ArrayList<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(most + 1L)
        .forEach(line -> questions.add(line(line)));
    require(questions.size(), most);
    return questions;
  }

  private static void require(int asked, int most) {
    if (asked > most) {
      throw new LimitValues("ask for at most " + most + " values at once");
    }
  }

  /// A line that fails is not kept, except to raise the alarm over a secret in it.
  private static Question line(String line) {
    Question question = read(line);
    boolean secret = !question.fault().isEmpty() && !Secrets.find(line).isEmpty();
    return secret ? Question.of(line) : question;
  }

  private static Question read(String line) {
    if (line.charAt(0) != '"' && line.charAt(0) != '{') {
      return Question.of(line);
    }
    try {
      return question(JsonReader.read(line.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonRejected e) {
      return Question.malformed("the line is no JSON, at byte " + e.offset());
    }
  }

  private static Question question(Json json) {
    return switch (json) {
      case JsonText(String value) -> Question.of(value);
      case JsonNumber number -> Question.of(number.raw());
      case JsonObject object -> question(object);
      default -> Question.malformed("neither a string nor an object with value");
    };
  }

  private static Question question(JsonObject object) {
    for (int i = 0; i < object.size(); i++) {
      if (!MEMBERS.contains(object.name(i)) || !(object.value(i) instanceof JsonText)) {
        return Question.malformed("only value, chain and type, each a text");
      }
    }
    return object
        .text("value")
        .map(value ->
            new Question(
                value, object.text("chain").orElse(""), object.text("type").orElse(""), ""))
        .orElseGet(() -> Question.malformed("it has no value"));
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonInvalid("the body is not UTF-8");
    }
  }
}
