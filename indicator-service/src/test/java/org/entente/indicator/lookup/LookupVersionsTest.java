package org.entente.indicator.lookup;

import static org.entente.indicator.exchange.Exchange.EU_TO_KR;
import static org.entente.indicator.exchange.Exchange.KR_TO_ALL;
import static org.entente.indicator.exchange.Exchange.KR_TO_EU;
import static org.entente.indicator.exchange.Exchange.KR_TO_JP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.entente.indicator.ServiceTest;
import org.entente.indicator.exchange.Stix;
import org.entente.stix.marking.Pap;
import org.entente.stix.marking.Releasability;
import org.junit.jupiter.api.Test;

/// Which version speaks, under which terms, and who counts.
@QuarkusTest
class LookupVersionsTest extends ServiceTest {
  private static final String V2 = "2026-11-02T00:00:00.000Z";

  private final String address = Wallets.fresh();
  private final String id = Stix.id("indicator");

  @Test
  void a_new_version_that_speaks_of_something_else_takes_the_old_ones_place() {
    submit(KR_TO_EU, Wallets.version(id, "2026-11-01T00:00:00.000Z", address, Stix.GREEN));
    submit(KR_TO_EU, Wallets.version(id, V2, Wallets.fresh(), Stix.GREEN));

    assertEquals(0, known("eu").size());
  }

  @Test
  void a_new_version_in_another_collection_takes_its_place_for_who_reads_both() {
    submit(KR_TO_ALL, Wallets.version(id, "2026-11-01T00:00:00.000Z", address, Stix.GREEN));
    submit(KR_TO_EU, Wallets.version(id, V2, Wallets.fresh(), Stix.GREEN));

    assertEquals(0, known("eu").size());
    assertEquals(1, known("us").size());
  }

  @Test
  void a_new_version_that_is_withheld_changes_nothing() {
    submit(KR_TO_EU, Wallets.version(id, "2026-11-01T00:00:00.000Z", address, Stix.GREEN));
    String before = known("eu").toString();
    submit(KR_TO_EU, Wallets.version(id, V2, Wallets.fresh(), Stix.RED));

    assertEquals(before, known("eu").toString());
  }

  @Test
  void a_revocation_is_the_newest_version_and_is_left_out() {
    submit(KR_TO_EU, Wallets.version(id, "2026-11-01T00:00:00.000Z", address, Stix.GREEN));
    String revoked =
        Wallets.version(id, V2, address, Stix.GREEN).replaceFirst("}$", ",\"revoked\":true}");
    submit(KR_TO_EU, revoked);

    assertEquals(0, known("eu").size());
  }

  @Test
  void opinions_and_sightings_that_are_withheld_are_not_counted() {
    submit(KR_TO_EU, Wallets.version(id, V2, address, Stix.GREEN));
    submit(KR_TO_EU, Wallets.sighting(id).replace(Stix.GREEN, Stix.RED));
    submit(KR_TO_EU, Wallets.opinion(id).replace(Stix.GREEN, Stix.RED));

    assertFalse(known("eu").get(0).has("sightings"));
    assertFalse(known("eu").get(0).has("opinions_against"));
  }

  @Test
  void sightings_and_opinions_of_what_another_produced_travel_back_to_it() {
    submit(KR_TO_EU, Wallets.version(id, V2, address, Stix.GREEN));

    String sighting = Wallets.sighting(id);
    new Asking(gateway()).submit("eu", EU_TO_KR, sighting);
    new Asking(gateway()).submit("eu", EU_TO_KR, Wallets.opinion(id));

    String read = gateway().objects("kr", EU_TO_KR, java.util.Map.of("limit", "1000")).asString();
    assertTrue(read.contains(sighting), "as its producer wrote it");
  }

  @Test
  void terms_stand_with_the_statement_whether_said_there_or_by_a_marking() {
    String marking = Stix.id("marking-definition");
    submit(KR_TO_JP, Wallets.definition(marking));
    String both = Stix.AMBER + "\",\"" + marking;
    String pap =
        ",\"extensions\":{\"%s\":{\"extension_type\":\"property-extension\",\"pap\":\"amber\"}}"
            .formatted(Pap.EXTENSION);
    submit(KR_TO_JP, Wallets.indicator(address, both, pap));

    JsonNode statement = known("jp/npa").get(0);

    assertEquals("amber", statement.path("tlp").asText());
    assertEquals("amber", statement.path("pap").asText());
    assertEquals("originator-consent", statement.path("onward_release").asText());
    assertTrue(statement.path("originator_control").asBoolean());
    assertEquals(marking, statement.at("/markings/1").asText());
    assertEquals(0, known("jp/jpcert").size(), Releasability.EXTENSION);
  }

  private void submit(String collection, String object) {
    new Asking(gateway()).submit("kr", collection, object);
  }

  private JsonNode known(String reader) {
    return new Asking(gateway()).one(reader, address).path("statements");
  }
}
