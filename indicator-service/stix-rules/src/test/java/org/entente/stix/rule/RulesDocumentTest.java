package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `contract/STIX-RULES.md` is what the validator does. After a change: run this test with
/// `-Dcontract.write=true`.
class RulesDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "contract", "STIX-RULES.md");

  @Test
  void the_page_says_what_the_tables_say() throws IOException {
    if (Boolean.getBoolean("contract.write")) {
      Files.writeString(DOCUMENT, RulesDocument.write());
    }

    assertEquals(RulesDocument.write(), Files.readString(DOCUMENT));
  }
}
