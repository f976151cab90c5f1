package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestExchange.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client may do, and what would become of what it might submit. */
class RightsTest {

  private static final String DRY_RUN =
      TestExchange.ROOT + "collections/" + KitRun.COLLECTION + "/dry-run/";

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void a_desk() throws Exception {
    kit = new KitRun(folder);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void rights_are_told_in_lines() {
    String rights =
        """
        {"partner":"kr","client":"kr-feed","scopes":["taxii.read"],
        "audiences":["urn:entente:partner:kr"],"marking_levels":["tlp:clear","tlp:green"],
        "collections":[{"id":"c-1","title":"From the EU","can_read":true,"can_write":false}]}\
        """;
    kit.exchange.reply(TestExchange.ROOT + "rights/", new Reply(200, "0;leaf", rights));

    assertEquals(
        """
        kr-feed of kr
        scopes      taxii.read
        reached as  urn:entente:partner:kr
        up to       tlp:clear, tlp:green
        c-1  read        From the EU
        """,
        kit.run("rights").out());
  }

  @Test
  void a_dry_run_tells_who_would_see_what_and_why_others_would_not() {
    kit.write("warning.json", "{\"objects\":[" + TestCollection.object(1) + "]}");
    String explained =
        """
        {"id":"x--1","tlp":"amber","released":["eu"],"withheld":{"us":["COLLECTION"]},\
        "because":{"COLLECTION":"it does not go there"}}
        {"id":"x--2","faults":["STIX_TYPE: no type"]}
        """;
    kit.exchange.reply(
        DRY_RUN + "?rel=urn%3Aentente%3Apartner%3Aeu&tlp=amber",
        new Reply(200, "0;leaf", explained));

    Ended ended =
        kit.run("explain @warning.json --recipient eu --tlp amber -c " + KitRun.COLLECTION);

    assertEquals(6, ended.exit(), ended.err());
    assertEquals(
        """
        x--1  amber
          released eu
          withheld us: COLLECTION (it does not go there)
        x--2  no TLP level
          error    STIX_TYPE: no type
        2 objects, 1 would not be admitted.
        """,
        ended.out());
    assertTrue(kit.exchange.requests().getLast().body().startsWith("{\"objects\""));
  }
}
