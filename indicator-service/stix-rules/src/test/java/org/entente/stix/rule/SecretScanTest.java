package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.stix.address.Secret;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.rule.SecretScan.Leak;
import org.junit.jupiter.api.Test;

class SecretScanTest {

  /// Published with the Bitcoin wiki's description of the wallet import format.
  private static final String KEY = "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ";

  @Test
  void a_key_is_found_wherever_it_stands_and_never_repeated() {
    String object =
        """
        {"name":"x","description":"take %1$s now","labels":["a","%1$s"],"extensions":{"e":{"%1$s":1}}}\
        """
            .formatted(KEY);

    List<Leak> leaks = SecretScan.of(read(object));

    Secret.Kind kind = Secret.Kind.WIF_PRIVATE_KEY;
    assertEquals(
        List.of(
            new Leak("/description", kind),
            new Leak("/labels/1", kind),
            new Leak("/extensions/e", kind)),
        leaks);
    assertFalse(leaks.toString().contains(KEY));
  }

  @Test
  void addresses_hashes_and_prose_are_no_secrets() {
    String object =
        """
        {"pattern":"[cryptocurrency-wallet:value = '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2']",
        "description":"We abandon the ability to act about above absent absorb abstract absurd abuse.",
        "value":"0x46deef0f52e3a983b67abf4714448a41dd7ffd6d32d32da69d62081c68ad7882"}\
        """;

    assertEquals(List.of(), SecretScan.of(read(object)));
  }

  private static JsonObject read(String text) {
    return (JsonObject) JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
