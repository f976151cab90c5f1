package org.entente.indicator.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entente.indicator.act.Act.Kind;
import org.entente.indicator.paging.Versions;
import org.entente.indicator.refusal.Refusal.ActsInvalid;
import org.entente.indicator.refusal.Refusal.JsonInvalid;
import org.entente.stix.marking.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActsReaderTest {
  private static final String ID = "url--8e6d5c4b-3a29-4180-8f7e-6d5c4b3a2918";

  @Test
  void a_release_is_of_the_latest_version_and_a_withdrawal_of_all_unless_one_is_named() {
    List<Act> acts =
        read(
            "{'act':'release','object':'ID','reason':'r','to':['urn:entente:agency:eu:cert-eu']},"
                + "{'act':'release','object':'ID','reason':'r','version':'2026-11-01T00:00:00Z'}");

    assertEquals(
        new Act(Kind.RELEASE, ID, Versions.LAST, Set.of(Recipient.agency("eu", "cert-eu")), "r"),
        acts.getFirst());
    assertEquals(List.of("2026-11-01T00:00:00."), acts.getLast().which().exact());
    Act withdrawal = read("{'act':'withdraw','object':'ID','reason':'r'}").getFirst();
    assertEquals(Versions.ALL, withdrawal.which());
    assertTrue(withdrawal.to().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "{}",
        "{'act':'forget','object':'ID','reason':'r'}",
        "{'act':'release','object':'url--1','reason':'r'}",
        "{'act':'release','object':'ID'}",
        "{'act':'release','object':'ID','reason':' '}",
        "{'act':'release','object':'ID','reason':'a\\nb'}",
        "{'act':'release','object':'ID','reason':'r','to':[]}",
        "{'act':'release','object':'ID','reason':'r','to':['eu']}",
        "{'act':'release','object':'ID','reason':'r','to':['urn:entente:partner:eu',1]}",
        "{'act':'release','object':'ID','reason':'r','version':'today'}",
        "{'act':'release','object':'ID','reason':'r','until':1}",
        "{'act':'release','object':'ID','reason':'r'},{'act':'withdraw','object':'ID','reason':'r'}"
      })
  void anything_else_is_no_list_of_acts(String acts) {
    assertThrows(ActsInvalid.class, () -> read(acts));
  }

  @Test
  void the_body_is_an_object_with_acts_and_nothing_else() {
    for (String body : List.of("{}", "[]", "{\"acts\":{}}", "{\"acts\":[],\"more\":1}")) {
      assertThrows(ActsInvalid.class, () -> ActsReader.read(bytes(body)));
    }
    assertThrows(JsonInvalid.class, () -> ActsReader.read(bytes("{")));
  }

  private static List<Act> read(String acts) {
    return ActsReader.read(bytes("{'acts':[" + acts.replace("ID", ID) + "]}"));
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
