package org.entente.kit.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.PartnerTrust;
import org.entente.kit.manifest.Revocation;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.manifest.SignerUrn;
import org.entente.kit.manifest.SigningTrust;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.manifest.TokenSigner;
import org.entente.kit.sequence.SequenceRejected.Code;
import org.entente.pki.Credential;
import org.entente.pki.Pki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door believes of a client that counts. */
class SequenceVerifierTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:43:21Z");
  private static final String URL = "https://gw.example/taxii2/exchange/";
  private static final PartnerId KR = new PartnerId("kr");

  @TempDir private Path folder;
  private Pki pki;
  private SequenceVerifier verifier;

  @BeforeEach
  void trustBothPartners() throws Exception {
    Clock earlier = Clock.fixed(NOW.minusSeconds(3600), ZoneOffset.UTC);
    pki = Pki.create(folder, earlier, "kr", "eu");
    var trust = List.of(trust("kr"), trust("eu"));
    verifier =
        new SequenceVerifier(
            new SigningTrust(trust, Revocation.none(), Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  @Test
  void a_statement_holds_for_its_request() {
    var stated = statement(17, NOW);
    String token = signer("kr").sign(stated);

    var verified = verifier.verify(token, request("kr-feed", "GET", URL, NOW));

    assertEquals(stated, verified.statement());
    assertEquals("urn:entente:signer:kr:ops", verified.signer().urn().toString());
  }

  @Test
  void it_holds_for_no_other_request() {
    String token = signer("kr").sign(statement(17, NOW));

    assertRefused(Code.SEQ_MISMATCH, token, request("kr-reader", "GET", URL, NOW));
    assertRefused(Code.SEQ_MISMATCH, token, request("kr-feed", "POST", URL, NOW));
    assertRefused(Code.SEQ_MISMATCH, token, request("kr-feed", "GET", URL + "rights/", NOW));
  }

  @Test
  void another_partners_signer_counts_for_nobody_but_itself() {
    String token = signer("eu").sign(statement(17, NOW));

    assertRefused(Code.SEQ_MISMATCH, token, request("kr-feed", "GET", URL, NOW));
  }

  @Test
  void it_holds_around_the_time_it_was_signed() {
    String token = signer("kr").sign(statement(17, NOW));

    verifier.verify(token, request("kr-feed", "GET", URL, NOW.plus(Duration.ofMinutes(3))));
    verifier.verify(token, request("kr-feed", "GET", URL, NOW.minusSeconds(60)));
    assertRefused(
        Code.SEQ_TIME, token, request("kr-feed", "GET", URL, NOW.plus(Duration.ofSeconds(181))));
    assertRefused(Code.SEQ_TIME, token, request("kr-feed", "GET", URL, NOW.minusSeconds(61)));
  }

  @Test
  void a_changed_statement_does_not_hold() {
    String token = signer("kr").sign(statement(17, NOW));
    String other = signer("kr").sign(statement(18, NOW));
    String mixed =
        token.split("\\.", -1)[0]
            + "."
            + other.split("\\.", -1)[1]
            + "."
            + token.split("\\.", -1)[2];

    assertRefused(Code.SEQ_INVALID, mixed, request("kr-feed", "GET", URL, NOW));
  }

  @Test
  void a_certificate_for_tls_signs_no_statement() {
    Credential tls = pki.party("kr").client("kr-feed").credential();

    assertThrows(
        IllegalArgumentException.class,
        () -> new SequenceSigner(new JcaSigningKey(tls.key(), tls.chain())));
  }

  @Test
  void a_submission_manifest_is_no_statement() {
    var manifests =
        new ManifestSigner(key("kr"), Clock.fixed(NOW, ZoneOffset.UTC), UUID::randomUUID);
    byte[] manifest =
        manifests.sign(
            new SubmissionDraft(URL, UUID.randomUUID().toString(), Body.of(new byte[0])));

    assertRefused(
        Code.SEQ_MALFORMED,
        new String(manifest, java.nio.charset.StandardCharsets.US_ASCII),
        request("kr-feed", "GET", URL, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a.b", "{\"payload\":\"\"}", "a.b.c", "\u00e9.\u00e9.\u00e9"})
  void what_is_no_token_is_refused(String token) {
    assertRefused(Code.SEQ_MALFORMED, token, request("kr-feed", "GET", URL, NOW));
  }

  @Test
  void the_claims_are_a_closed_set() {
    assertMalformed("seq", 0L);
    assertMalformed("seq", 1L << 53);
    assertMalformed("seq", "17");
    assertMalformed("ver", 2L);
    assertMalformed("client_id", "kr feed");
    assertMalformed("htu", URL + "?a=b");
    assertMalformed("htu", "http://gw.example/");
    assertMalformed("htm", "get");
    assertMalformed("prev", "short");
    assertMalformed("iat", NOW.getEpochSecond() + 1);
    assertMalformed("nonce", "x");
  }

  private void assertMalformed(String claim, Object value) {
    Map<String, Object> claims = new LinkedHashMap<>(statement(17, NOW).claims());
    claims.put(claim, value);
    String token = new TokenSigner(key("kr")).sign(SequenceStatement.TYPE, NOW, claims);

    assertRefused(Code.SEQ_MALFORMED, token, request("kr-feed", "GET", URL, NOW));
  }

  private void assertRefused(Code code, String token, SequenceVerifier.Request request) {
    var rejected = assertThrows(SequenceRejected.class, () -> verifier.verify(token, request));
    assertEquals(code, rejected.code(), rejected.detail());
  }

  private static SequenceVerifier.Request request(
      String client, String method, String url, Instant at) {
    return new SequenceVerifier.Request(KR, client, method, url, at);
  }

  private static SequenceStatement statement(long number, Instant at) {
    Optional<Sha256> before = Optional.of(Sha256.of(new byte[0]));
    return new SequenceStatement("kr-feed", number, "GET", URL, at, before);
  }

  private SequenceSigner signer(String partner) {
    return new SequenceSigner(key(partner));
  }

  private JcaSigningKey key(String partner) {
    Credential ops = pki.party(partner).signer("ops").credential();
    return new JcaSigningKey(ops.key(), ops.chain());
  }

  private PartnerTrust trust(String partner) {
    PartnerId id = new PartnerId(partner);
    var anchor = pki.party(partner).signer("ops").credential().chain().get(1);
    return new PartnerTrust(id, Set.of(anchor), Set.of(new SignerUrn(id, "ops")));
  }
}
