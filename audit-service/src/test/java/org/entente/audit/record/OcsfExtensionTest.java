package org.entente.audit.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Schema, extension and text of the contract name the same members. */
class OcsfExtensionTest {

  private static final Path CONTRACT = Path.of("contract");

  private static Set<String> names(String file, String pointer) throws IOException {
    JsonNode json = new ObjectMapper().readTree(Files.readString(CONTRACT.resolve(file)));
    var names = new TreeSet<String>();
    json.at(pointer).fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void the_extension_has_the_members_of_the_schema() throws IOException {
    var members = names("record.schema.json", "/properties/exchange/properties");
    members.remove("_sd");
    var dictionary = names("ocsf/dictionary.json", "/attributes");

    assertEquals(members, names("ocsf/objects/exchange.json", "/attributes"));
    dictionary.remove("exchange");
    assertEquals(members, dictionary);
  }

  @Test
  void the_text_explains_each_of_them() throws IOException {
    var text = Files.readString(CONTRACT.resolve("RECORD.md"));
    for (var member : names("record.schema.json", "/properties/exchange/properties")) {
      assertEquals(true, text.contains("`" + member + "`"), member);
    }
  }
}
