package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.CommandLine.Ended;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Program;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.entente.log.TilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * P9: a mirror of all, or a pack of some, convinces at home, and names the byte that was changed.
 */
@ExtendWith(OneExchange.class)
class AnAuditorTakesTheLogAwayTest {

  private static final String STAMPED = "SELECT count(DISTINCT party) FROM timestamp_reply";

  private final Scene scene;
  private @TempDir Path folder;

  AnAuditorTakesTheLogAwayTest(Scene scene) {
    this.scene = scene;
  }

  @Test
  void a_joint_auditor_mirrors_the_log_and_verifies_it_without_the_exchange() throws IOException {
    var submitted = scene.korea().submit(Stix.warning(Member.KOREA, 1));
    var kit = scene.as(Member.EU.auditor());
    var mirror = folder.resolve("mirror").toString();

    ok(kit.run("mirror", "run", "--once", "--to", mirror));

    var size = Long.parseLong(Files.readAllLines(folder.resolve("mirror/checkpoint")).get(1));
    assertTrue(size > submitted.status().receipt().index());
    scene.auditService().suspend();
    var verify = List.of("mirror", "verify", "--to", mirror).toArray(String[]::new);
    assertTrue(ok(kit.run(verify)).contains(size + " entries, every tile"));
    flip(bundle(size), 30);
    var spoilt = kit.run(verify);
    assertEquals(1, spoilt.exit(), spoilt.said());
    assertTrue(spoilt.said().contains("entry 0: the stored record"), spoilt.said());
  }

  @Test
  void an_auditor_takes_a_pack_home_and_verifies_it_with_the_kit_and_by_hand() throws IOException {
    var object = Stix.indicator(Member.KOREA);
    var answer = scene.korea().submit(Stix.envelope(object.text()));
    scene.eu().received(object.id());
    var receipt = "/receipts/" + answer.status().receipt().leaf() + "?stage=witnessed";
    Eventually.is("both cosign", () -> scene.korea().door().get(receipt).status() == 200);
    Eventually.is("both stamp", () -> scene.audit().number(STAMPED) == 2);

    var exported = ok(export(object.id()));

    assertTrue(exported.contains("entries proven"), exported);
    for (var said : List.of(ok(kit()), ok(byHand()))) {
      for (var party : List.of("kr", "eu")) {
        assertTrue(
            said.contains("by the authority of " + party) || said.contains("stamp of " + party),
            said);
        assertTrue(said.contains(party + "-pq") || said.contains("cosigned by " + party), said);
      }
    }
    var index = scene.auditor().search(Map.of("object", object.id())).getFirst().index();
    var leaf = "proofs/" + index + ".tlog-proof";
    for (var file : List.of("entries.jsonl", leaf, "timestamps/kr.tsr", "checkpoint")) {
      ok(export(object.id()));
      flipInPack(file);
      assertNamed(file, kit());
      assertNamed(file, byHand());
    }
  }

  private static void assertNamed(String file, Ended ended) {
    assertEquals(1, ended.exit(), ended.said());
    assertTrue(ended.said().contains(file), ended.said());
  }

  private Path pack() {
    return folder.resolve("pack.zip");
  }

  private Ended export(String object) {
    return scene
        .as(Member.KOREA.auditor())
        .run("evidence", "export", "--object", object, "--out", pack().toString());
  }

  private Ended kit() {
    return scene
        .as(Member.KOREA.auditor())
        .run("evidence", "verify", "--witnessed", pack().toString());
  }

  private Ended byHand() {
    var script =
        scene
            .exchange()
            .settings()
            .repository()
            .resolve("audit-service/contract/verify-evidence.sh");
    var trust = scene.exchange().folder().resolve("trust");
    return Program.run(
        folder,
        List.of(
            "sh",
            script.toString(),
            "pack.zip",
            trust.resolve("log.policy").toString(),
            trust.resolve("timestamps").toString()));
  }

  /** The first bundle of entries, full or of the whole log. */
  private Path bundle(long size) {
    var entries = folder.resolve("mirror/tile/entries");
    return entries.resolve(size < TilePath.FULL ? "000.p/" + size : "000");
  }

  private void flipInPack(String file) throws IOException {
    try (var zip = FileSystems.newFileSystem(pack())) {
      var inside = zip.getPath(file);
      flip(inside, (int) Files.size(inside) / 2);
    }
  }

  private static void flip(Path file, int at) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  private static String ok(Ended ended) {
    assertEquals(0, ended.exit(), ended.said());
    return ended.said();
  }
}
