package org.entente.stix.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads one I-JSON text (RFC 7493), token by token or value by value as trees. Refused where they
/// occur: bytes that are not UTF-8, a byte order mark, halves of surrogate pairs, duplicate names,
/// depth over 64, numbers over 64 characters, integers beyond 2^53-1, numbers no double can hold,
/// names over 1024 characters.
///
/// All methods throw [JsonRejected] where the text stops being I-JSON. For one thread.
public final class JsonReader {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 1024;
  private static final long MAX_INTEGER = (1L << 53) - 1;
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxNumberLength(MAX_NUMBER)
          .maxNameLength(MAX_NAME)
          // A text cannot be longer than its body; how long one may be is a rule of STIX.
          .maxStringLength(Integer.MAX_VALUE)
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /// Stands before the first token.
  ///
  /// @param text must not change any more
  /// @throws JsonRejected when the bytes are not I-JSON in their encoding
  public static JsonReader over(byte[] text) {
    IJson.check(text);
    try {
      return new JsonReader(factory().createParser(text));
    } catch (IOException e) {
      throw rejected(e);
    }
  }

  /// One for each text: it holds a table of the names seen, and with a shared one, names made to
  /// collide would have the next text refused.
  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(LIMITS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  /// The one value that a text is.
  public static Json read(byte[] text) {
    JsonReader reader = over(text);
    if (reader.next() == JsonToken.END) {
      throw new JsonRejected(0, "the text is empty");
    }
    Json value = reader.value();
    reader.expectEnd();
    return value;
  }

  /// Moves on to the next token.
  public JsonToken next() {
    try {
      com.fasterxml.jackson.core.JsonToken token = parser.nextToken();
      return token == null ? JsonToken.END : checked(token);
    } catch (IOException e) {
      throw rejected(e);
    }
  }

  private JsonToken checked(com.fasterxml.jackson.core.JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> JsonToken.START_OBJECT;
      case END_OBJECT -> JsonToken.END_OBJECT;
      case START_ARRAY -> JsonToken.START_ARRAY;
      case END_ARRAY -> JsonToken.END_ARRAY;
      case FIELD_NAME -> JsonToken.NAME;
      case VALUE_STRING -> JsonToken.TEXT;
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> JsonToken.TRUE;
      case VALUE_FALSE -> JsonToken.FALSE;
      case VALUE_NULL -> JsonToken.NULL;
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no token of a text: " + token);
    };
  }

  private JsonToken integer() throws IOException {
    boolean exact =
        switch (parser.getNumberType()) {
          case INT -> true;
          case LONG -> Math.abs(parser.getLongValue()) <= MAX_INTEGER;
          case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> false;
        };
    if (!exact) {
      throw new JsonRejected(start(), "an integer beyond 2^53-1");
    }
    return JsonToken.NUMBER;
  }

  private JsonToken fraction() throws IOException {
    if (!Double.isFinite(parser.getDoubleValue())) {
      throw new JsonRejected(start(), "a number beyond what a double holds");
    }
    return JsonToken.NUMBER;
  }

  /// Refuses anything but blanks after the value just read.
  public void expectEnd() {
    if (next() != JsonToken.END) {
      throw new JsonRejected(start(), "text after the end of the body");
    }
  }

  /// Reads the value whose first token is the current one, to its last token.
  public Json value() {
    return tree(current());
  }

  /// Reads over the value whose first token is the current one.
  public void skip() {
    int depth = 0;
    for (JsonToken token = current(); ; token = next()) {
      switch (token) {
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        case END -> throw new JsonRejected(start(), "the text ends too early");
        case NAME, TEXT, NUMBER, TRUE, FALSE, NULL -> {}
      }
      if (depth == 0) {
        return;
      }
    }
  }

  private JsonToken current() {
    try {
      com.fasterxml.jackson.core.JsonToken token = parser.currentToken();
      return token == null ? JsonToken.END : checked(token);
    } catch (IOException e) {
      throw rejected(e);
    }
  }

  private Json tree(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case TEXT -> new JsonText(text());
      case NUMBER -> new JsonNumber(text());
      case TRUE -> JsonBoolean.TRUE;
      case FALSE -> JsonBoolean.FALSE;
      case NULL -> JsonNull.NULL;
      case END -> throw new JsonRejected(start(), "the text ends too early");
      case NAME, END_OBJECT, END_ARRAY ->
          throw new IllegalStateException("no value starts with " + token);
    };
  }

  private JsonObject object() {
    int start = start();
    List<String> names = new ArrayList<>();
    List<Json> values = new ArrayList<>();
    while (next() != JsonToken.END_OBJECT) {
      names.add(text());
      values.add(tree(next()));
    }
    return new JsonObject(names, values, start, end());
  }

  private JsonArray array() {
    List<Json> elements = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      elements.add(tree(token));
    }
    return new JsonArray(elements);
  }

  /// The current name, text or number.
  public String text() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw rejected(e);
    }
  }

  /// Where the current token starts, in bytes.
  public int start() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /// Where the current token ends, in bytes; for brackets and braces.
  public int end() {
    return (int) parser.currentLocation().getByteOffset();
  }

  private static JsonRejected rejected(IOException e) {
    if (!(e instanceof JacksonException json)) {
      throw new IllegalStateException("no I/O happens over an array", e);
    }
    // Limits are reported without a place.
    JsonLocation place = Objects.requireNonNullElse(json.getLocation(), JsonLocation.NA);
    String message = json.getOriginalMessage();
    String reason = message.startsWith("Spill-over") ? "names made to collide" : message;
    return new JsonRejected(Math.max(0, place.getByteOffset()), reason);
  }
}
