package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.entente.e2e.scene.CommandLine.Ended;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Program;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** P9: the stored log is checked without the service, and others say since when it is there. */
@ExtendWith(OneExchange.class)
class TheLogIsLookedAtAgainTest {

  private static final String OF = " FROM timestamp_reply WHERE party = ? ORDER BY size LIMIT 1";

  private final Scene scene;

  TheLogIsLookedAtAgainTest(Scene scene) {
    this.scene = scene;
  }

  @BeforeEach
  void korea_has_warned() {
    scene.korea().submit(Stix.warning(Member.KOREA, 1));
  }

  @Test
  void the_packaged_check_finds_nothing_while_the_service_runs() {
    var ended = scene.fsck();

    assertEquals(0, ended.exit(), ended.said());
    assertTrue(
        ended.said().contains("The log fits: exchange.entente.example/2026, "), ended.said());
  }

  @Test
  void the_packaged_check_names_what_an_owner_changed() {
    asOwner("UPDATE entry SET body = body || ' '::bytea WHERE idx = 1");
    try {
      var ended = scene.fsck();

      assertEquals(1, ended.exit(), ended.said());
      assertTrue(
          ended.said().contains("entry 1: its bytes are not those under its leaf hash"),
          ended.said());
    } finally {
      asOwner("UPDATE entry SET body = substring(body for length(body) - 1) WHERE idx = 1");
    }
    assertEquals(0, scene.fsck().exit(), "once it is put back");
  }

  @Test
  void without_the_database_it_says_that_it_knows_nothing() {
    var ended = scene.fsck("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/");

    assertEquals(2, ended.exit(), ended.said());
  }

  @Test
  void each_party_authority_has_stamped_the_log_and_openssl_agrees(@TempDir Path folder)
      throws IOException {
    for (var party : List.of("kr", "eu")) {
      Eventually.is(
          "a stamp of " + party, () -> scene.audit().text("SELECT size" + OF, party).isPresent());
      var size = scene.audit().number("SELECT size" + OF, party);
      var note =
          scene.audit().text("SELECT note FROM checkpoint WHERE size = ?", size).orElseThrow();
      var reply = scene.audit().text("SELECT encode(reply, 'hex')" + OF, party).orElseThrow();
      Files.write(folder.resolve("reply.tsr"), HexFormat.of().parseHex(reply));
      Files.writeString(folder.resolve("note.txt"), note.substring(0, note.indexOf("\n\n") + 1));

      assertEquals(0, openssl(folder, party).exit());
      Files.writeString(folder.resolve("note.txt"), "another\n");
      assertNotEquals(0, openssl(folder, party).exit());
    }
  }

  private Ended openssl(Path folder, String party) {
    var trust = scene.exchange().folder().resolve("trust/timestamps");
    var anchors = trust.resolve(party + ".pem");
    var words = "openssl ts -verify -data note.txt -in reply.tsr -CAfile " + anchors;
    return Program.run(folder, List.of(words.split(" ")));
  }

  private void asOwner(String statement) {
    scene
        .audit()
        .run(
            "ALTER TABLE entry DISABLE TRIGGER append_only; "
                + statement
                + "; ALTER TABLE entry ENABLE TRIGGER append_only");
  }
}
