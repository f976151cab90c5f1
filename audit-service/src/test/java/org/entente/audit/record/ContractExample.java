package org.entente.audit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.entente.audit.record.Call.Endpoint;

/** An example of the contract: what this service writes, and nothing made up. */
public record ContractExample(String name) {

  private static final Path CONTRACT = Path.of("contract");
  private static final Path WRITTEN = Path.of("target", "examples");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** When all of them happened. */
  public static final long TIME_MS = 1_795_683_600_000L;

  /** Always the same salts, as no service has. */
  static RecordWriter writer() {
    var random =
        new SecureRandom() {
          private byte next;

          @Override
          public void nextBytes(byte[] bytes) {
            for (var i = 0; i < bytes.length; i++) {
              bytes[i] = next++;
            }
          }
        };
    return new RecordWriter(random, "exchange.entente.example/2026");
  }

  /** A person at the console or an auditor's program. */
  static Call call(String operation, String method, String path, String query) {
    var endpoint = new Endpoint("192.0.2.7", "q1w2e3r4t5y6u7i8o9p0aSdFgHjKlZxCvBnM-_12345");
    return new Call(
        new UUID(0x1a2b, 3), operation, method, path, query, endpoint, Optional.empty());
  }

  /** The committed leaf and what was sent are these bytes, and its members are in the schema. */
  public void assertIs(byte[] sent) {
    var text = new String(sent, StandardCharsets.UTF_8);
    var leaf = new String(SentRecord.of(sent).leaf(), StandardCharsets.UTF_8);
    try {
      Files.createDirectories(WRITTEN);
      Files.writeString(WRITTEN.resolve(name + ".sent"), text + "\n");
      Files.writeString(WRITTEN.resolve(name + ".json"), leaf + "\n");
      var schema = JSON.readTree(CONTRACT.resolve("record.schema.json").toFile());
      JSON.readTree(leaf)
          .path("exchange")
          .fieldNames()
          .forEachRemaining(member ->
              assertTrue(
                  schema.at("/properties/exchange/properties").has(member),
                  member + " is not in the schema"));
      assertEquals(
          text, committed(".sent"), "if it is meant, copy target/examples to the contract");
      assertEquals(leaf, committed(".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String committed(String suffix) throws IOException {
    return Files.readString(CONTRACT.resolve("examples").resolve(name + suffix)).strip();
  }
}
