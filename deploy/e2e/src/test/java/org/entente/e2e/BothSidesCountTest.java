package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.CommandLine;
import org.entente.e2e.scene.CommandLine.Ended;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.kit.client.ReleaseClient;
import org.entente.kit.client.Session;
import org.entente.kit.file.Disk;
import org.entente.kit.json.StrictJson;
import org.entente.kit.profile.PartnerProfile;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Both sides count: what only the client's journal or only the log has is told as what it is. */
@ExtendWith(OneExchange.class)
class BothSidesCountTest {

  private final Scene scene;
  private @TempDir Path folder;
  private CommandLine korea;

  BothSidesCountTest(Scene scene) {
    this.scene = scene;
    korea = scene.as(Member.KOREA.feed());
  }

  /** Korea's feed with a journal of its own, so that other tests' requests are not in it. */
  @BeforeEach
  void begin() throws IOException {
    korea = new CommandLine(korea.repository(), profile("kr-feed.properties", Map.of()));
  }

  @Test
  void what_the_kit_asked_is_in_both_alike() throws IOException {
    ok(korea.run("submit", "-c", Direction.KOREA_TO_EU.id(), warning()));
    ok(korea.run("pull", "-c", Direction.EU_TO_KOREA.id(), "--out", out("got")));
    ok(korea.run("rights"));
    Ended refused = korea.run("pull", "-c", Direction.EU_TO_KOREA.id(), "--no-token");

    assertEquals(3, refused.exit(), refused.said());
    assertTrue(ok(korea.run("journal", "verify")).contains("every statement signed"));
    Ended reconciled = reconcile();
    assertEquals(0, reconciled.exit(), reconciled.said());
    assertEquals(List.of(), kinds(reconciled));
    assertTrue(number(reconciled, "agreed") >= 6, reconciled.said());
    assertEquals(number(reconciled, "attempts"), number(reconciled, "agreed"));
  }

  @Test
  void an_entry_the_databases_owner_hides_from_the_search_is_proven_by_the_tree() {
    ok(korea.run("rights"));
    ok(korea.run("rights"));
    ok(korea.run("rights"));
    var index =
        scene
            .audit()
            .number(
                "SELECT max(idx) FROM disclosure JOIN entry USING (idx)"
                    + " WHERE actor = 'kr-feed' AND operation = 'rights.get'");

    nameActor("nobody", index);
    Ended reconciled = reconcile();
    nameActor(Member.KOREA.feed(), index);

    assertEquals(1, reconciled.exit(), reconciled.said());
    assertEquals(List.of("HIDDEN"), kinds(reconciled));
    assertEquals(index, findings(reconciled).getFirst().get("index"));
  }

  /** What only the owner of the database can do, past its triggers. */
  private void nameActor(String actor, long index) {
    scene
        .audit()
        .run(
            "ALTER TABLE disclosure DISABLE TRIGGER never_change;"
                + " UPDATE disclosure SET actor = '%s' WHERE idx = %d;".formatted(actor, index)
                + " ALTER TABLE disclosure ENABLE TRIGGER never_change");
  }

  @Test
  void a_request_with_the_clients_stolen_key_is_only_in_the_log() {
    ok(korea.run("rights"));

    assertEquals(200, scene.korea().door().discovery().status());

    Ended reconciled = reconcile();
    assertEquals(1, reconciled.exit(), reconciled.said());
    assertEquals(List.of("NOT_IN_JOURNAL"), kinds(reconciled));
  }

  @Test
  void a_request_that_the_network_swallowed_is_only_in_the_journal() throws IOException {
    ok(korea.run("rights"));
    var nowhere =
        new CommandLine(
            korea.repository(), profile("nowhere.properties", Map.of("gateway.url", nobody())));

    assertEquals(4, nowhere.run("rights").exit());
    ok(korea.run("rights"));

    Ended reconciled = reconcile();
    assertEquals(0, reconciled.exit(), reconciled.said());
    assertEquals(List.of("NOT_ARRIVED"), kinds(reconciled));
    assertEquals(List.of(2L), members(reconciled).get("missing_in_log"));
  }

  @Test
  void a_kit_that_died_between_number_and_request_has_sent_nothing() {
    ok(korea.run("rights"));
    var dying = Session.of(PartnerProfile.read(korea.profile()), deadly(), Clock.systemUTC());

    assertThrows(Died.class, () -> new ReleaseClient(dying).rights());
    ok(korea.run("rights"));

    Ended reconciled = reconcile();
    assertEquals(0, reconciled.exit(), reconciled.said());
    assertEquals(List.of("NOT_SENT"), kinds(reconciled));
    assertEquals(List.of(2L), members(reconciled).get("missing_in_log"));
  }

  private static Disk deadly() {
    return new Disk(step -> {
      if (step.startsWith("after replacing") && step.endsWith("counter.json")) {
        throw new Died();
      }
    });
  }

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Ended reconcile() {
    var auditor = scene.exchange().profile(Member.KOREA.auditor());
    return korea.run("reconcile", "--json", "--auditor", auditor.toString());
  }

  private static List<String> kinds(Ended reconciled) {
    return findings(reconciled).stream()
        .map(finding -> String.valueOf(finding.get("kind")))
        .toList();
  }

  private static List<Map<?, ?>> findings(Ended reconciled) {
    List<Map<?, ?>> findings = new ArrayList<>();
    if (members(reconciled).get("findings") instanceof List<?> list) {
      list.forEach(finding -> findings.add((Map<?, ?>) finding));
    }
    return findings;
  }

  private static long number(Ended reconciled, String name) {
    return Long.parseLong(String.valueOf(members(reconciled).get(name)));
  }

  private static Map<String, Object> members(Ended reconciled) {
    return StrictJson.object(reconciled.said().getBytes(StandardCharsets.UTF_8));
  }

  private String warning() throws IOException {
    var file = folder.resolve("warning.json");
    return Files.writeString(file, Stix.warning(Member.KOREA, 1)).toString();
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  /** The profile of Korea's feed with some of it said otherwise. */
  private Path profile(String name, Map<String, String> other) throws IOException {
    var text = Files.readString(scene.exchange().profile(Member.KOREA.feed()));
    var more = new StringBuilder(text + "\njournal.folder=" + folder.resolve("journal") + "\n");
    other.forEach((key, value) -> more.append(key).append('=').append(value).append('\n'));
    return Files.writeString(folder.resolve(name), more);
  }

  /** An address at which nobody listens any more. */
  private static String nobody() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "https://localhost:" + free.getLocalPort();
    }
  }

  private static String ok(Ended ended) {
    assertEquals(0, ended.exit(), ended.said());
    return ended.said();
  }
}
