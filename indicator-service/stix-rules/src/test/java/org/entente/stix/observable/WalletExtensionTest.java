package org.entente.stix.observable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entente.stix.address.Addresses;
import org.entente.stix.address.Chain;
import org.entente.stix.address.Form;
import org.junit.jupiter.api.Test;

/// What is published is what the code means.
class WalletExtensionTest {

  private static final Path PUBLISHED = Path.of("../contract/extensions/wallet");

  @Test
  void the_published_definition_has_our_id() throws IOException {
    assertEquals(WalletExtension.ID, read("extension-definition.json").get("id").textValue());
    assertEquals(read("extension-definition.json").get("schema"), read("schema.json").get("$id"));
  }

  @Test
  void the_schema_knows_our_properties_forms_and_roles() throws IOException {
    var properties = read("schema.json").get("properties");
    var names = new TreeSet<String>();
    properties.fieldNames().forEachRemaining(names::add);
    names.remove("extension_type");
    assertEquals(new TreeSet<>(WalletExtension.PROPERTIES), names);
    assertEquals(new TreeSet<>(WalletExtension.ROLES), examples(properties, "role"));
    var forms = new TreeSet<String>();
    for (var form : Form.values()) {
      forms.add(form.text());
    }
    assertEquals(forms, examples(properties, "form"));
  }

  @Test
  void the_example_is_what_we_compute() throws IOException {
    var wallet = read("example.json");
    var shown = wallet.get("extensions").get(WalletExtension.ID);
    var computed = WalletExtension.of(Addresses.read(Chain.TRON, wallet.get("value").textValue()));
    assertEquals(computed.chain(), shown.get("chain").textValue());
    assertEquals(computed.form(), shown.get("form").textValue());
    assertEquals(computed.key(), shown.get("key").textValue());
    assertEquals(computed.sameKeyHint(), shown.get("same_key_hint").textValue());
  }

  @Test
  void every_chain_and_tag_we_write_matches_the_schema() throws IOException {
    var properties = read("schema.json").get("properties");
    for (var chain : Chain.values()) {
      assertTrue(pattern(properties, "chain").matcher(chain.caip2()).find(), chain.name());
    }
    var tagged = Addresses.read(Chain.XRP, "X7AcgcsBL6XDcUb289X4mJ8djcdyKaLFuhLRuNXPrDeJd9A");
    assertTrue(pattern(properties, "tag").matcher(tagged.tag()).find());
    assertTrue(pattern(properties, "key").matcher(tagged.key()).find());
  }

  private static Pattern pattern(JsonNode properties, String name) {
    return Pattern.compile(properties.get(name).get("pattern").textValue());
  }

  private static Set<String> examples(JsonNode properties, String name) {
    var values = new TreeSet<String>();
    properties.get(name).get("examples").forEach(value -> values.add(value.textValue()));
    return values;
  }

  private static JsonNode read(String file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(PUBLISHED.resolve(file)));
  }
}
