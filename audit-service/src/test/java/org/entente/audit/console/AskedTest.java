package org.entente.audit.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.audit.search.SearchParameters;
import org.junit.jupiter.api.Test;

class AskedTest {

  @Test
  void the_next_page_asks_the_same_and_nothing_of_it_becomes_another_question() {
    var asked = new SearchParameters();
    asked.party = " kr ";
    asked.purpose = "freeze&party=eu#x";
    asked.outcome = "";
    asked.before = "99";

    assertEquals(
        "party=kr&purpose=freeze%26party%3Deu%23x&before=17", new Asked(asked).from("before", 17));
  }

  @Test
  void an_export_asks_the_same_but_for_all_entries_from_the_newest() {
    var asked = new SearchParameters();
    asked.party = "kr";
    asked.limit = "20";
    asked.before = "99";

    assertEquals("party=kr", new Asked(asked).all());
  }

  @Test
  void operations_to_choose_from_are_the_contracts() throws IOException {
    var contract = Files.readString(Path.of("contract", "RECORD.md"));

    for (var operation : new Asked(new SearchParameters()).operations()) {
      assertTrue(contract.contains("`" + operation + "`"), operation);
    }
  }
}
