package org.entente.indicator.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.entente.indicator.admission.Admitted;

/// Counts what submissions came to, by their statuses. Thread-safe.
@Singleton
final class Tally {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String SUCCESSES = "success_count";
  private static final String FAILURES = "failure_count";

  private final Counter successes;
  private final Counter failures;

  Tally(MeterRegistry registry) {
    successes = counter(registry, "success");
    failures = counter(registry, "failure");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("indicator.objects")
        .description("Objects and acts of submissions that took effect")
        .tag("outcome", outcome)
        .register(registry);
  }

  /// Counts one; its numbers stand before its lists, so only the beginning is read.
  void count(Admitted admitted) {
    try (JsonParser json = JSON.createParser(admitted.status().toBytes())) {
      while (json.nextToken() != null && json.currentToken() != JsonToken.START_ARRAY) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          count(json.currentName(), json.getIntValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a status that was just written cannot be read", e);
    }
  }

  private void count(String name, int number) {
    if (name.equals(SUCCESSES)) {
      successes.increment(number);
    } else if (name.equals(FAILURES)) {
      failures.increment(number);
    }
  }
}
