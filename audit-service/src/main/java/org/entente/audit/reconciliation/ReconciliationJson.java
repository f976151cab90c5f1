package org.entente.audit.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads findings: nothing twice, nothing unknown, nothing taken for what it is not. */
final class ReconciliationJson {

  /** Most bytes of one finding. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final ObjectReader READER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .build()
          .readerFor(Reconciliation.class);

  private ReconciliationJson() {}

  /**
   * The finding in these bytes.
   *
   * @throws ReconciliationRefused when they are none
   */
  static Reconciliation read(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw ReconciliationRefused.tooLarge(MOST_BYTES);
    }
    try {
      Reconciliation read = READER.readValue(body);
      if (read == null) {
        throw ReconciliationRefused.invalid("a JSON object is needed");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw e.getCause() instanceof ReconciliationRefused refused
          ? refused
          : ReconciliationRefused.invalid(where(e));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** Where, and nothing of what stands there. */
  private static String where(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null
        ? "it cannot be read"
        : "it cannot be read near line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
