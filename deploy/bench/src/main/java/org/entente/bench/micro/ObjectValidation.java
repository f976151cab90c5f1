package org.entente.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.rule.DeterministicId;
import org.entente.stix.rule.Profile;
import org.entente.stix.rule.Validator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Objects a second of one core, as submissions bring them: each about a kilobyte, a third each of
 * indicators, wallets and relationships, three hundred in one text.
 */
@State(Scope.Benchmark)
public class ObjectValidation {

  private static final int OBJECTS = 300;
  private static final String COMMON =
      """
      "spec_version":"2.1","created":"2026-11-25T09:00:00.000Z","modified":"2026-11-25T09:00:00.000Z",\
      "created_by_ref":"identity--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68","confidence":90,"lang":"en",\
      "labels":["theft","laundering"],"external_references":[{"source_name":"FBI IC3",\
      "external_id":"I-022625-PSA","url":"https://www.ic3.gov/PSA/2025/PSA250226",\
      "hashes":{"SHA-256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}],\
      "object_marking_refs":["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"]\
      """;

  private final Validator validator = Validator.of(Profile.STRICT_GOV);
  private final byte[] text;
  private final List<JsonObject> objects;

  /** Every object must be valid: a refused one would cost less. */
  public ObjectValidation() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      all.add(
          switch (i % 3) {
            case 0 -> indicator(i);
            case 1 -> wallet(i);
            default -> relationship(i);
          });
    }
    text = ("[" + String.join(",", all) + "]").getBytes(UTF_8);
    objects = read(text);
    if (objects.stream().anyMatch(object -> !validator.check(object).isValid())) {
      throw new IllegalStateException("an object of the benchmark is not valid");
    }
  }

  private static String address(int i) {
    return "0x%040x".formatted(0x51e9d833ecae4e8dL * (i + 1));
  }

  private static String uuid(int i) {
    return "7e5701c7-5621-4969-a259-%012x".formatted(i);
  }

  private static String indicator(int i) {
    return """
    {"type":"indicator","id":"indicator--%s",%s,"name":"Laundering address %s",\
    "description":"Received funds stolen on 21 February 2025, two hops from the first collector.",\
    "indicator_types":["malicious-activity","attribution"],"pattern_type":"stix",\
    "pattern":"[cryptocurrency-wallet:value = '%s']","pattern_version":"2.1",\
    "valid_from":"2025-02-26T00:00:00.000Z","valid_until":"2027-02-26T00:00:00.000Z",\
    "kill_chain_phases":[{"kill_chain_name":"theft","phase_name":"laundering"}]}\
    """
        .formatted(uuid(i), COMMON, address(i), address(i));
  }

  private static String wallet(int i) {
    JsonObject bare =
        (JsonObject)
            JsonReader.read(
                "{\"type\":\"cryptocurrency-wallet\",\"value\":\"%s\"}"
                    .formatted(address(i))
                    .getBytes(UTF_8));
    return """
    {"type":"cryptocurrency-wallet","id":"%s","spec_version":"2.1","value":"%s",\
    "object_marking_refs":["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"],"extensions":{\
    "extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7":{"extension_type":"new-sco"},\
    "extension-definition--0058e359-cb8a-49c6-bdfe-29547493a9e3":{"extension_type":"property-extension",\
    "chain":"eip155:0","form":"evm-unchecked","key":"eip155:0:%s","role":"launderer"}}}\
    """
        .formatted(DeterministicId.of(bare).orElseThrow(), address(i), address(i));
  }

  private static String relationship(int i) {
    return """
    {"type":"relationship","id":"relationship--%s",%s,"relationship_type":"indicates",\
    "description":"Money of this campaign went through the address of the indicator.",\
    "source_ref":"indicator--%s","target_ref":"campaign--68f58c89-2aac-44d0-8709-3ccdec1372a8",\
    "start_time":"2025-02-21T00:00:00.000Z","stop_time":"2025-03-01T00:00:00.000Z"}\
    """
        .formatted(uuid(i), COMMON, uuid(i));
  }

  private static List<JsonObject> read(byte[] text) {
    List<JsonObject> read = new ArrayList<>();
    if (JsonReader.read(text) instanceof org.entente.stix.json.JsonArray array) {
      for (Json element : array.elements()) {
        read.add((JsonObject) element);
      }
    }
    return read;
  }

  /** From bytes to trees. */
  @Benchmark
  @OperationsPerInvocation(OBJECTS)
  public Object reading() {
    return read(text);
  }

  /** From trees to findings. */
  @Benchmark
  @OperationsPerInvocation(OBJECTS)
  public int validating() {
    int warnings = 0;
    for (JsonObject object : objects) {
      warnings += validator.check(object).warnings();
    }
    return warnings;
  }

  /** From bytes to findings. */
  @Benchmark
  @OperationsPerInvocation(OBJECTS)
  public int readingAndValidating() {
    int warnings = 0;
    for (JsonObject object : read(text)) {
      warnings += validator.check(object).warnings();
    }
    return warnings;
  }
}
