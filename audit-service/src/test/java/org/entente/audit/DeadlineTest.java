package org.entente.audit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.entente.audit.identity.LogConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who appends hears a refusal before giving up, so that no work is left without a caller. */
class DeadlineTest {

  private static final Duration TRAVEL = Duration.ofMillis(250);

  @ParameterizedTest
  @ValueSource(strings = {"indicator-service", "sharing-gateway"})
  void the_append_deadline_is_shorter_than_the_read_timeout_of(String caller) throws Exception {
    var deadline = LogConfig.class.getDeclaredMethod("appendDeadline");
    var usual = Objects.requireNonNull(deadline.getAnnotation(WithDefault.class)).value();

    var answered = DurationConverter.parseDuration(usual).plus(TRAVEL);

    assertTrue(answered.compareTo(readTimeout(caller)) <= 0, usual);
  }

  private static Duration readTimeout(String caller) throws IOException {
    var settings = new Properties();
    var file = Path.of("..", caller, "src", "main", "resources", "application.properties");
    try (var in = Files.newBufferedReader(file)) {
      settings.load(in);
    }
    var millis = settings.getProperty("quarkus.rest-client.audit-service.read-timeout");
    return Duration.ofMillis(Long.parseLong(millis));
  }
}
