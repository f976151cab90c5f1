package org.entente.kit.cli;

import static org.entente.kit.cli.KitRun.COLLECTION;
import static org.entente.kit.cli.KitRun.OBJECTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.kit.cli.KitRun.Ended;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.manifest.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitTest {

  private static final String SUBMIT = "submit -c " + COLLECTION + " @warning.json ";
  private static final String SIGN = "sign -c " + COLLECTION + " @warning.json --out @signed";
  private static final String OBJECT = "{ \"type\":\"indicator\",\"id\" : \"a\\u002d1\" }";
  private static final String STATUS =
      "{\"id\":\"s-1\",\"status\":\"complete\",\"success_count\":1,\"failure_count\":0}";

  @TempDir private Path folder;
  private KitRun kit;

  @BeforeEach
  void a_warning_to_submit() throws Exception {
    kit = new KitRun(folder);
    kit.write("warning.json", "{\"type\":\"bundle\", \"objects\":[ " + OBJECT + " ]}");
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private static Sha256 digest(String text) {
    return Sha256.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Signs, and lets the exchange accept and record exactly what was signed. */
  private void accepting() throws IOException {
    assertEquals(0, kit.run(SIGN).exit());
    String record =
        "{\"exchange\":{\"manifest_sha256\":\"%s\",\"body_sha256\":\"%s\"}}"
            .formatted(
                digest(kit.read("signed/manifest.jws")).base64Url(),
                digest(kit.read("signed/body.json")).base64Url());
    kit.exchange.reply(OBJECTS, new Reply(202, kit.log.append(record), STATUS));
  }

  @Test
  void a_bundle_is_cut_into_an_envelope_and_its_evidence_is_kept() throws IOException {
    accepting();

    Ended ended = kit.run(SUBMIT + "--manifest @signed/manifest.jws --out @sent");

    assertEquals(0, ended.exit(), ended.err());
    assertEquals("{\"objects\":[" + OBJECT + "]}", kit.read("sent/body.json"));
    assertEquals(STATUS, kit.read("sent/status.json"));
    assertTrue(ended.out().contains("1 accepted, 0 failed (answered before)"), ended.out());
    TestExchange.Request request = kit.exchange.requests().getLast();
    assertEquals(
        "POST kr-feed Testing",
        request.method() + " " + request.client() + " " + request.purpose());
    assertEquals(kit.read("sent/manifest.jws"), request.manifest());
  }

  @Test
  void what_was_kept_is_verified_without_the_exchange() throws IOException {
    accepting();
    kit.run(SUBMIT + "--manifest @signed/manifest.jws --out @sent");
    kit.close();
    String verify =
        "verify --manifest @sent/manifest.jws --receipt @sent/receipt.tlog-proof --json ";

    Ended ended = kit.run(verify + "--body @sent/body.json");

    assertEquals(0, ended.exit(), ended.out());
    assertEquals("urn:entente:signer:kr:ops", ended.json().get("signer"));
    assertEquals(0L, ended.json().get("receipt_index"));
    kit.write("other.json", "{}");
    assertEquals(false, kit.run(verify + "--body @other.json").json().get("receipt_matches"));
    assertEquals(1, kit.run(verify + "--body @other.json").exit());
  }

  @Test
  void a_receipt_or_a_manifest_that_does_not_hold_ends_with_1() throws IOException {
    accepting();
    kit.run(SUBMIT + "--manifest @signed/manifest.jws --out @sent");
    kit.write("other.json", "{}");
    Ended body = kit.run("verify --manifest @sent/manifest.jws --body @other.json");
    kit.trust(new TestLog(2).policy());
    Ended receipt = kit.run("verify --receipt @sent/receipt.tlog-proof");

    assertEquals(1, body.exit(), body.err());
    assertTrue(body.err().startsWith("entente: BODY_DIGEST: "), body.err());
    assertEquals(1, receipt.exit(), receipt.err());
    assertTrue(receipt.err().contains("SIGNATURE_"), receipt.err());
  }

  @Test
  void a_rate_that_was_agreed_is_kept_to_and_said() {
    String error = "{\"error_code\":\"RATE_LIMITED\",\"description\":\"later\"}";
    kit.exchange.reply(OBJECTS, new Reply(429, "", error, Map.of("Retry-After", "17")));

    Ended ended = kit.run(SUBMIT + "--retries 2");

    assertEquals(4, ended.exit(), ended.err());
    assertEquals(List.of(Duration.ofSeconds(17), Duration.ofSeconds(17)), kit.waits);
    assertEquals(
        List.of(
            "entente: 429 RATE_LIMITED: going on in 17 s",
            "entente: 429 RATE_LIMITED: going on in 17 s",
            "entente: 429 RATE_LIMITED: later"),
        ended.err().lines().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "403, error_code, SIG_TRUST, 3",
    "422, code, ENVELOPE_INVALID, 3",
    "503, error_code, AUDIT_UNAVAILABLE, 4",
    "429, error_code, RATE_LIMITED, 4",
  })
  void a_refusal_is_told_by_exit_code_and_stable_code(
      int status, String name, String code, int exit) {
    String error = "{\"%s\":\"%s\",\"description\":\"\\u001b[2J because\"}".formatted(name, code);
    kit.exchange.reply(OBJECTS, new Reply(status, "", error));

    Ended ended = kit.run(SUBMIT);

    assertEquals(exit, ended.exit());
    assertEquals(
        "entente: " + status + " " + code + ": \\u001b[2J because",
        ended.err().lines().toList().getLast());
    assertEquals(exit == 4 ? 5 : 0, kit.waits.size());
    assertEquals(status + " " + code, kit.run(SUBMIT + "--json").json().get("error"));
  }

  @Test
  void an_error_page_of_something_in_between_is_told_by_its_status() {
    Ended ended = kit.run(SUBMIT);

    assertEquals(3, ended.exit());
    assertTrue(ended.err().contains("404 HTTP_404"), ended.err());
  }

  @Test
  void a_success_without_a_receipt_is_no_success() {
    kit.exchange.reply(OBJECTS, new Reply(202, "", STATUS));

    Ended ended = kit.run(SUBMIT);

    assertEquals(3, ended.exit());
    assertTrue(ended.err().contains("RECEIPT_MISSING"), ended.err());
  }

  @Test
  void wrong_on_purpose_means_no_token_or_anothers() throws IOException {
    kit.profile("kr-auditor", kit.exchange.url());

    Ended none = kit.run(SUBMIT + "--no-token");
    Ended foreign = kit.run(SUBMIT + "--token-from @kr-auditor.properties");

    assertTrue(none.err().contains("401 AUTHN_TOKEN"), none.err());
    assertTrue(foreign.err().contains("401 AUTHN_BINDING"), foreign.err());
    assertEquals("3 3", none.exit() + " " + foreign.exit());
  }

  @Test
  void nobody_there_or_somebody_else_there_ends_with_4() throws IOException {
    try (ServerSocket closed = new ServerSocket(0)) {
      kit.profile("kr-feed", "https://localhost:" + closed.getLocalPort());
    }
    Ended nobody = kit.run(SUBMIT + "--no-token");
    kit.profile("kr-feed", kit.exchange.url());
    String real = kit.read("kr-feed.properties");
    kit.write(
        "kr-feed.properties",
        real.replace(
            "tls.trust=" + kit.pki.exchangeAnchor(), "tls.trust=" + kit.pki.doorAnchors()));
    Ended stranger = kit.run(SUBMIT + "--no-token");

    assertTrue(nobody.err().contains("UNREACHABLE"), nobody.err());
    assertTrue(stranger.err().contains("UNREACHABLE"), stranger.err());
    assertEquals("4 4", nobody.exit() + " " + stranger.exit());
  }
}
