package org.entente.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads small JSON documents (headers, claims, answers) into plain values: {@code String}, {@code
 * Long}, {@code Double}, {@code Boolean}, {@link #NULL}, {@code List} and {@code Map} in document
 * order. Refuses invalid UTF-8, a byte order mark, duplicate names, unpaired surrogates, numbers
 * beyond 64 bits, more than 64 levels and trailing data. Thread-safe.
 */
public final class StrictJson {

  /** Stands for a JSON null, so that no value is ever a Java null. */
  public static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(64).build())
          .build();

  private StrictJson() {}

  /** The members of the one object in {@code utf8}, or {@link JsonRejected}. */
  public static Map<String, Object> object(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(decode(utf8))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonRejected("A JSON object was expected.");
      }
      Map<String, Object> members = members(parser);
      if (parser.nextToken() != null) {
        throw new JsonRejected("Something follows the JSON object.");
      }
      return members;
    } catch (IOException e) {
      throw new JsonRejected("The text is not well-formed JSON.");
    }
  }

  private static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonRejected("The text is not valid UTF-8.");
    }
  }

  private static Map<String, Object> members(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (members.containsKey(paired(name))) {
        throw new JsonRejected("A name occurs twice in one JSON object.");
      }
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> paired(parser.getText());
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> NULL;
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new JsonRejected("The text is not well-formed JSON.");
    };
  }

  private static List<Object> elements(JsonParser parser) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }

  /** An escape such as {@code \ud800} alone is no character; two readers would disagree on it. */
  private static String paired(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int point = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(point)) {
          throw new JsonRejected("A text holds half of a surrogate pair.");
        }
        i++;
      }
    }
    return text;
  }
}
