package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.entente.log.SignerKey;
import org.entente.log.TlogPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator makes the keys of a log. */
class LogNewTest {

  @Test
  void the_keys_are_those_of_the_lines_for_everybodys_policy(@TempDir Path folder)
      throws Exception {
    try (var kit = new KitRun(folder)) {
      var made = kit.run("log new log.example --out @keys");

      assertEquals(0, made.exit(), made.err());
      var written =
          Stream.of(kit.read("keys/ed25519.key"), kit.read("keys/ml-dsa-44.key"))
              .map(text -> SignerKey.parse(text.strip()).verifier())
              .toList();
      assertTrue(made.out().endsWith(TlogPolicy.text(written).replace("quorum none\n", "")));
    }
  }

  @Test
  void no_key_is_overwritten(@TempDir Path folder) throws Exception {
    try (var kit = new KitRun(folder)) {
      kit.run("log new log.example --out @keys");
      var first = kit.read("keys/ed25519.key");

      var again = kit.run("log new log.example --out @keys");

      assertEquals(ExitCode.LOCAL.value(), again.exit());
      assertTrue(again.err().contains("ed25519.key is there already, and no key is overwritten."));
      assertEquals(first, kit.read("keys/ed25519.key"));
    }
  }
}
