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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack convinces on a machine that has none of our software. */
@QuarkusTest
class EvidenceByHandTest extends ServiceTest {

  private final String object = "indicator--" + UUID.randomUUID();
  @TempDir private Path folder;

  @Test
  void a_pack_is_verified_with_standard_tools_alone() throws Exception {
    assumeTrue(
        run("sh", "-c", "command -v unzip openssl xxd sha256sum").isEmpty(), "tools missing");
    for (var party : List.of("kr", "eu", "us")) {
      appended(SampleRecord.fresh().about(object).of(party, party + "-feed"));
    }
    var policy = Files.writeString(folder.resolve("policy"), exchange.policyText());
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

  private static byte[] flipped(byte[] bytes) {
    var changed = bytes.clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  private String verify(Path policy, Map<String, byte[]> files) throws Exception {
    var pack = Files.write(folder.resolve("pack.zip"), ExportedPack.zip(files));
    return run("sh", "contract/verify-evidence.sh", pack.toString(), policy.toString());
  }

  /** What it says; empty when it succeeds. */
  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? "" : said;
  }
}
