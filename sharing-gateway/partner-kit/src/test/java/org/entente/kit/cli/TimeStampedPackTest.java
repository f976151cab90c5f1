package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.Credential;
import org.entente.pki.HostileTimeStamps;
import org.entente.pki.Party;
import org.entente.pki.Pki;
import org.entente.pki.TimeStamper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time stamps in a pack: what is good convinces the kit and the shell script, what is not neither.
 */
class TimeStampedPackTest {

  private static final Path SCRIPT = Path.of("../../audit-service/contract/verify-evidence.sh");

  @TempDir private Path folder;
  private KitRun kit;
  private TestPack pack;
  private Party korea;
  private TimeStamper stamper;

  @BeforeEach
  void a_pack_and_an_authority() throws Exception {
    kit = new KitRun(folder);
    for (int i = 0; i < 6; i++) {
      kit.log.append("{\"n\":" + i + "}");
    }
    pack = new TestPack(kit.log, 1);
    korea = kit.pki.party("kr");
    stamper = by(korea.timeStamper());
    trust(korea);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private static TimeStamper by(Credential credential) {
    return new TimeStamper(credential, Clock.systemUTC());
  }

  private void trust(Party party) throws IOException {
    Path anchors = Files.createDirectories(kit.path("trust/timestamps"));
    Files.writeString(anchors.resolve("kr.pem"), Files.readString(party.timeStampAnchor()));
  }

  @Test
  void a_stamp_of_the_log_as_it_was_or_became_is_verified() throws Exception {
    for (int size = 1; size <= 7; size++) {
      pack.stamp("kr", kit.log, size, stamper::answer);
      verified("size " + size);
    }
    kit.log.append("{\"n\":\"later\"}");
    kit.log.append("{\"n\":\"still later\"}");
    pack.stamp("kr", kit.log, kit.log.size(), stamper::answer);
    verified("a larger tree than the pack's");
  }

  @Test
  void a_stamp_holds_when_its_certificate_has_run_out() throws Exception {
    Clock then = Clock.fixed(Instant.now().minus(Duration.ofDays(400)), ZoneOffset.UTC);
    Party past = Pki.create(folder.resolve("past"), then, "kr").party("kr");
    trust(past);
    pack.stamp("kr", kit.log, 5, new TimeStamper(past.timeStamper(), then)::answer);

    verified("valid then");
  }

  @Test
  void without_anchors_both_say_that_they_did_not_verify_it() throws Exception {
    pack.stamp("eu", kit.log, 5, stamper::answer);

    assertTrue(kit().out().contains("so it was not verified"));
    assertTrue(script().out().contains("time stamp of eu: not verified"));
  }

  @Test
  void an_answer_that_proves_nothing_is_found_by_both() throws Exception {
    Map<String, UnaryOperator<byte[]>> forgeries = new LinkedHashMap<>(certificates());
    HostileTimeStamps hostile = new HostileTimeStamps(stamper);
    forgeries.put("of another text", hostile::ofAnotherContent);
    forgeries.put("of an older checkpoint", _ -> stamper.answer(query(4)));
    forgeries.put("without its certificate", hostile::withoutCertificate);
    forgeries.put("with a changed signature", query -> flipped(stamper.answer(query), 1));
    forgeries.put("with a changed time", query -> otherTime(stamper.answer(query)));
    forgeries.put("that is a refusal", _ -> new byte[] {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02});
    forgeries.put("that is none", _ -> "<html>".getBytes(UTF_8));
    for (Map.Entry<String, UnaryOperator<byte[]>> forgery : forgeries.entrySet()) {
      pack.stamp("kr", kit.log, 5, forgery.getValue());
      refused("a stamp " + forgery.getKey(), "The time stamp of kr does NOT hold");
    }
    pack.stamp("kr", kit.log, 5, stamper::answer);
    verified("the honest one");
  }

  private Map<String, UnaryOperator<byte[]>> certificates() throws IOException {
    CertificateTemplate template = CertificateTemplate.timeStamper("kr");
    HostileTimeStamps hostile = new HostileTimeStamps(stamper);
    Credential client = korea.timeStamper(template.withUsages(KeyPurposeId.id_kp_clientAuth));
    Credential both =
        korea.timeStamper(
            template.withUsages(KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_clientAuth));
    Credential none = korea.timeStamper(template.withUsages());
    Credential old =
        korea.timeStamper(template.withValidity(Duration.ofDays(-9), Duration.ofDays(-1)));
    Clock early = Clock.offset(Clock.systemUTC(), Duration.ofDays(-2));
    Pki other = Pki.create(folder.resolve("other"), Clock.systemUTC(), "kr");
    return Map.of(
        "of an authority that is not trusted", by(other.party("kr").timeStamper())::answer,
        "of the other party's authority", by(kit.pki.party("eu").timeStamper())::answer,
        "by a client's certificate", query -> hostile.signedBy(client, query),
        "by a certificate for clients, too", query -> hostile.signedBy(both, query),
        "by a certificate for anything", query -> hostile.signedBy(none, query),
        "by a certificate that had run out", by(old)::answer,
        "from before its certificate", new TimeStamper(stamper.credential(), early)::answer);
  }

  @Test
  void a_good_stamp_of_another_tree_is_found_by_both() throws Exception {
    TestLog fork = new TestLog(1);
    for (int i = 0; i < 9; i++) {
      fork.append("{\"fork\":" + i + "}");
    }
    for (int size : List.of(2, 5, 7, 8)) {
      pack.stamp("kr", fork, size, stamper::answer);
      refused("a stamp of a fork at " + size, "");
    }
    pack.stamp("kr", kit.log, 5, stamper::answer);
    pack.change("timestamps/kr.note", text -> text.replace("/2026", "/2025"));
    pack.files.put(
        "timestamps/kr.tsr", stamper.answer(TestPack.query(pack.text("timestamps/kr.note"))));
    pack.sum();
    refused("a stamp of another log", "another log");
  }

  @Test
  void what_ties_a_stamp_to_the_pack_cannot_be_changed_or_left_out() throws Exception {
    String tie = "timestamps/kr.consistency";
    for (UnaryOperator<String> change :
        List.<UnaryOperator<String>>of(
            text -> text.replaceFirst(" [0-9a-f]{64}\n", "\n"),
            text -> text.replace("\n", " " + "0".repeat(64) + "\n"),
            text -> text.replaceFirst(" [0-9a-f]{64}", " " + "0".repeat(64)),
            text -> text.replaceFirst(" [0-9a-f]{64}", " x"),
            _ -> "\n")) {
      pack.stamp("kr", kit.log, 5, stamper::answer);
      pack.change(tie, change);
      refused(pack.text(tie), "");
    }
    for (String name : List.of(tie, "timestamps/kr.note")) {
      pack.stamp("kr", kit.log, 5, stamper::answer);
      pack.files.remove(name);
      pack.sum();
      refused("without " + name, name + " is missing");
    }
  }

  private byte[] query(int size) {
    return TestPack.query(kit.log.at(size).text());
  }

  private static byte[] flipped(byte[] answer, int fromEnd) {
    byte[] changed = answer.clone();
    changed[changed.length - fromEnd] ^= 1;
    return changed;
  }

  /** The first GeneralizedTime is the stamp's: its last second digit becomes another. */
  private static byte[] otherTime(byte[] answer) {
    byte[] changed = answer.clone();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0x18 && changed[i + 1] >= 15 && changed[i + 2] == '2') {
        changed[i + 15] ^= 1;
        return changed;
      }
    }
    throw new IllegalStateException("no time in it");
  }

  private void verified(String which) throws Exception {
    Ended ended = kit();
    assertEquals(0, ended.exit(), which + ended.out() + ended.err());
    assertTrue(ended.out().contains("by the authority of kr."), which + ended.out());
    Ended byHand = script();
    assertEquals(0, byHand.exit(), which + byHand.out());
    assertTrue(byHand.out().contains("time stamp of kr: "), which + byHand.out());
    assertTrue(byHand.out().contains("VERIFIED"), which + byHand.out());
  }

  private void refused(String which, String reason) throws Exception {
    Ended ended = kit();
    assertEquals(1, ended.exit(), which + ended.out());
    assertTrue((ended.out() + ended.err()).contains(reason), which + ended.out() + ended.err());
    Ended byHand = script();
    assertEquals(1, byHand.exit(), which + byHand.out());
    assertTrue(
        byHand.out().contains("DOES NOT VERIFY: the time stamp of kr"), which + byHand.out());
  }

  private Ended kit() throws IOException {
    Files.write(kit.path("pack.zip"), pack.zip());
    return kit.run("evidence verify --trust @trust @pack.zip");
  }

  /** As documented: from the folder where the files are. */
  private Ended script() throws Exception {
    assumeTrue(
        Stream.of("unzip", "openssl", "xxd", "sha256sum").allMatch(TimeStampedPackTest::installed),
        "tools are missing: the script by hand is NOT tested here");
    Process process =
        new ProcessBuilder(
                "sh",
                SCRIPT.toAbsolutePath().toString(),
                "pack.zip",
                "trust/log.policy",
                "trust/timestamps")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), said, "");
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
