package org.entente.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.local.exchange.Member;
import org.entente.log.KeyType;
import org.entente.log.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page's own proof checker judges the golden receipts as the Java library does. */
@ExtendWith({OneExchange.class, Chromium.class})
class GoldenReceiptsTest {

  private static final Path GOLDEN =
      Path.of("..", "..", "audit-service", "transparency-log", "contract", "golden");
  private static final String CHECKED =
      """
      async ([receipt, policy]) => {
        const { hex, verify } = await import("/console/assets/tlog.js");
        try {
          const found = await verify(new TextEncoder().encode(receipt), policy);
          return [found.included, found.logged, found.quorum, hex(found.root)].join(" ");
        } catch (refused) {
          return refused.code;
        }
      }
      """;

  /** Whether this browser checks ML-DSA-44 itself; others leave open what hangs on it. */
  private static final String DECIDES =
      """
      () => crypto.subtle.generateKey({ name: "ML-DSA-44" }, false, ["sign", "verify"])
        .then(() => true, () => false)
      """;

  private final Scene scene;
  private final Browser browser;

  GoldenReceiptsTest(Scene scene, Browser browser) {
    this.scene = scene;
    this.browser = browser;
  }

  @Test
  void each_receipt_leads_to_the_root_and_nothing_near_it_does() throws IOException {
    var policy = text("tlog-policy");
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.inspector());
      var quorum = visitor.page().evaluate(DECIDES).equals(true) ? "witnessed" : "undecided";
      for (var index : List.of("000", "255", "256", "767", "999")) {
        var receipt = text("receipts/" + index + ".tlog-proof");
        assertEquals(
            "true true " + quorum + " " + root(),
            visitor.page().evaluate(CHECKED, List.of(receipt, policy)));
        for (var damage : damages(receipt, quorum).entrySet()) {
          var found = visitor.page().evaluate(CHECKED, List.of(damage.getKey(), policy));
          assertEquals(damage.getValue(), found.toString().replaceFirst(" [0-9a-f]{64}$", ""));
        }
      }
    }
  }

  @Test
  void nobody_counts_twice_towards_a_quorum() throws IOException {
    var policy = text("tlog-policy").lines().limit(4).toList();
    var logs = policy.get(0) + "\n" + policy.get(1) + "\n";
    var classic = policy.get(2) + "\n";
    var logAsWitness = "witness log " + policy.getFirst().split(" ", -1)[1] + "\n";
    var again = classic.replace("witness classic", "witness again");
    var receipt = text("receipts/999.tlog-proof");
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.inspector());
      for (var unfair :
          List.of(
              classic + again + "group both all classic again\nquorum both\n",
              classic + "group both 2 classic classic\nquorum both\n",
              classic + classic + "quorum classic\n",
              logAsWitness + "quorum log\n")) {
        assertEquals(
            "POLICY_MALFORMED", visitor.page().evaluate(CHECKED, List.of(receipt, logs + unfair)));
      }
      assertEquals(
          "true true witnessed " + root(),
          visitor.page().evaluate(CHECKED, List.of(receipt, logs + classic + "quorum classic\n")));
    }
  }

  @Test
  void of_two_log_keys_of_a_kind_one_must_have_signed() throws IOException {
    var policy = text("tlog-policy");
    var receipt = text("receipts/999.tlog-proof");
    var now = policy.lines().findFirst().orElseThrow();
    var origin = now.split("[ +]", 3)[1];
    var next = SignerKey.generate(origin, KeyType.ED25519, new SecureRandom()).verifier();
    try (var visitor = Chromium.visitor(browser, scene, "kr")) {
      visitor.at("/console/").logIn(Member.KOREA.inspector());
      var both = visitor.page().evaluate(CHECKED, List.of(receipt, "log " + next + "\n" + policy));
      assertTrue(both.toString().startsWith("true true "), both.toString());
      var other =
          visitor.page().evaluate(CHECKED, List.of(receipt, policy.replace(now, "log " + next)));
      assertTrue(other.toString().startsWith("true false "), other.toString());
    }
  }

  private static Map<String, String> damages(String receipt, String quorum) {
    return Map.of(
        receipt.replaceFirst("v1\n", "v2\n"), "RECEIPT_MALFORMED",
        receipt.replaceFirst("\nindex ", "\nindex 0"), "RECEIPT_MALFORMED",
        receipt.replaceFirst("index \\d+", "index 1000"), "INDEX_OUTSIDE_TREE",
        receipt.replaceFirst("(index \\d+\n).*\n", "$1"), "PROOF_LENGTH_WRONG",
        receipt.replaceFirst("\n\u2014 exchange[^\n]*", ""), "true false " + quorum,
        receipt.replaceFirst("extra .", "extra A"), "false true " + quorum);
  }

  private static String root() throws IOException {
    return text("root-hashes.txt")
        .lines()
        .filter(line -> line.startsWith("1000 "))
        .findFirst()
        .orElseThrow()
        .substring(5);
  }

  private static String text(String file) throws IOException {
    return Files.readString(GOLDEN.resolve(file));
  }
}
