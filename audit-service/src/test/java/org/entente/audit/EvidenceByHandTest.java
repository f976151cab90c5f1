package org.entente.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.audit.ExportedPack.bytes;
import static org.entente.audit.ExportedPack.files;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.audit.sequencer.Await;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack convinces on a machine that has none of our software. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // filled before each test
class EvidenceByHandTest extends ServiceTest {

  private final String object = "indicator--" + UUID.randomUUID();
  @TempDir private Path folder;
  private Path policy;

  @BeforeEach
  void tools_anchors_and_a_policy() throws Exception {
    assumeTrue(
        run("sh", "-c", "command -v unzip openssl xxd sha256sum").isEmpty(), "tools missing");
    Files.createDirectories(folder.resolve("anchors"));
    for (var party : List.of("kr", "eu")) {
      Files.copy(exchange.pki().party(party).timeStampAnchor(), anchors(party));
    }
    policy = Files.writeString(folder.resolve("policy"), exchange.policyText());
  }

  private Path anchors(String party) {
    return folder.resolve("anchors").resolve(party + ".pem");
  }

  @Test
  void a_pack_is_verified_with_standard_tools_alone() throws Exception {
    for (var party : List.of("kr", "eu", "us")) {
      appended(SampleRecord.fresh().about(object).of(party, party + "-feed"));
    }
    var files = files(auditor().post("/v1/exports?object=" + object).asByteArray());
    var names = List.copyOf(files.keySet());

    assertEquals("", verify(policy, files), "as exported");

    for (var name : names) {
      var changed = new LinkedHashMap<>(files);
      changed.put(name, flipped(bytes(files, name)));
      assertFalse(verify(policy, changed).isEmpty(), name);
    }
    var more = new LinkedHashMap<>(files);
    more.put("proofs/extra", new byte[0]);
    assertTrue(verify(policy, more).contains("does not list"));
    var other =
        Files.writeString(folder.resolve("other"), exchange.policyText().replace("log ", "# "));
    assertTrue(verify(other, files).contains("does not know the log"));
  }

  @Test
  void its_time_stamps_are_those_of_the_parties_own_authorities() throws Exception {
    appended(SampleRecord.fresh().about(object));
    Await.until(() -> number("SELECT count(DISTINCT party) FROM timestamp_reply") == 2);
    var files = files(auditor().post("/v1/exports?object=" + object).asByteArray());

    assertEquals("", verify(policy, files), "as exported");

    var swapped = new LinkedHashMap<>(files);
    swapped.put("timestamps/kr.tsr", bytes(files, "timestamps/eu.tsr"));
    assertTrue(verify(policy, summed(swapped)).contains("the time stamp of kr"));
    var changed = new LinkedHashMap<>(files);
    changed.computeIfPresent("timestamps/eu.tsr", (_, reply) -> flipped(reply));
    assertTrue(verify(policy, summed(changed)).contains("the time stamp of eu"));
    Files.copy(anchors("eu"), anchors("kr"), StandardCopyOption.REPLACE_EXISTING);
    assertTrue(verify(policy, files).contains("the time stamp of kr"));
  }

  /** What a forger does last. */
  private static Map<String, byte[]> summed(Map<String, byte[]> files) throws Exception {
    var sums = new StringBuilder();
    for (var file : files.entrySet()) {
      if (!file.getKey().equals("SHA256SUMS")) {
        var sum = MessageDigest.getInstance("SHA-256").digest(file.getValue());
        sums.append(HexFormat.of().formatHex(sum)).append("  ").append(file.getKey()).append('\n');
      }
    }
    var mended = new LinkedHashMap<>(files);
    mended.put("SHA256SUMS", sums.toString().getBytes(UTF_8));
    return mended;
  }

  private static byte[] flipped(byte[] bytes) {
    var changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  private String verify(Path policy, Map<String, byte[]> files) throws Exception {
    var pack = Files.write(folder.resolve("pack.zip"), ExportedPack.zip(files));
    return run(
        "sh",
        "contract/verify-evidence.sh",
        pack.toString(),
        policy.toString(),
        folder.resolve("anchors").toString());
  }

  /** What it says; empty when it succeeds. */
  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? "" : said;
  }
}
