package org.entente.indicator.envelope;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Objects;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.jspecify.annotations.Nullable;

/// A token stream over one I-JSON text: duplicate names, depth over 64, numbers over 64 characters,
/// integers beyond 2^53-1 and numbers no double can hold are refused where they occur.
final class StrictJson {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 1024;
  private static final long MAX_INTEGER = (1L << 53) - 1;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonParser parser;

  private StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /// @throws JsonInvalid when the bytes are not I-JSON in their encoding
  static StrictJson over(byte[] body) {
    IJson.check(body);
    try {
      return new StrictJson(JSON.createParser(body));
    } catch (IOException e) {
      throw invalid(e);
    }
  }

  /// The next token, or null after the last.
  ///
  /// @throws JsonInvalid when there is none
  @Nullable JsonToken next() {
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_NUMBER_INT) {
        checkInteger();
      } else if (token == JsonToken.VALUE_NUMBER_FLOAT
          && !Double.isFinite(parser.getDoubleValue())) {
        throw new JsonInvalid(where() + ": a number beyond what a double holds");
      }
      return token;
    } catch (IOException e) {
      throw invalid(e);
    }
  }

  private void checkInteger() throws IOException {
    boolean exact =
        switch (parser.getNumberType()) {
          case INT -> true;
          case LONG -> Math.abs(parser.getLongValue()) <= MAX_INTEGER;
          case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> false;
        };
    if (!exact) {
      throw new JsonInvalid(where() + ": an integer beyond 2^53-1");
    }
  }

  /// Reads over the value whose first token is the current one.
  ///
  /// @return how many tokens that were: 1 for a scalar, 2 for an empty list or object
  int skip() {
    int depth = 0;
    int tokens = 0;
    for (JsonToken token = parser.currentToken(); ; token = next()) {
      tokens++;
      if (token == null) {
        throw new JsonInvalid(where() + ": the text ends too early");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return tokens;
      }
    }
  }

  /// Name of the current member.
  String name() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw invalid(e);
    }
  }

  /// The current text value.
  String text() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw invalid(e);
    }
  }

  /// Where the current token starts, in bytes.
  int start() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /// Where the current token ends, in bytes.
  int end() {
    return (int) parser.currentLocation().getByteOffset();
  }

  private String where() {
    return "byte " + start();
  }

  private static JsonInvalid invalid(IOException e) {
    if (!(e instanceof JacksonException json)) {
      throw new IllegalStateException("no I/O happens over an array", e);
    }
    // Limits are reported without a place.
    JsonLocation place = Objects.requireNonNullElse(json.getLocation(), JsonLocation.NA);
    return new JsonInvalid(
        "byte " + Math.max(0, place.getByteOffset()) + ": " + json.getOriginalMessage());
  }
}
