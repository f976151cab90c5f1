package org.entente.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.gateway.exchange.AroundTheGateway;
import org.entente.gateway.exchange.Draft;
import org.entente.gateway.exchange.Refusals;
import org.entente.gateway.exchange.Submitting;
import org.entente.gateway.exchange.Surroundings;
import org.entente.gateway.exchange.Visit;
import org.entente.pki.CredentialFiles;
import org.entente.pki.HostileCertificates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 9 to 15 of the hostile-input table: form, header and signer of a manifest. */
@QuarkusTest
@QuarkusTestResource(AroundTheGateway.class)
@SuppressWarnings("NullAway.Init") // The test resource injects; fresh() sets the rest.
class SignatureTest {

  Surroundings around;

  private Visit korea;
  private Draft good;
  private Refusals refusals;
  private HostileCertificates hostile;

  @BeforeEach
  void fresh() {
    around.upstream().reset();
    refusals = new Refusals(around.upstream());
    korea = Visit.by(around, "kr");
    good = Draft.of(around, "kr", Submitting.ENVELOPE);
    hostile = new HostileCertificates(around.pki().party("kr"), Clock.systemUTC());
  }

  @Test
  void row_9_a_manifest_of_the_other_partners_signer_is_refused() {
    String manifest = Draft.of(around, "eu", Submitting.ENVELOPE).signed(around, "eu");

    JsonNode record = refuse(manifest, 403, "SIGNER_PARTNER_MISMATCH");
    assertEquals("kr", record.at("/actor/user/org/uid").asText());
    assertEquals("taxii.addObjects", record.at("/api/operation").asText());
    assertEquals(43, record.at("/exchange/manifest_sha256").asText().length());
    assertEquals(43, record.at("/exchange/body_sha256").asText().length());
    assertTrue(record.at("/exchange/signer").isMissingNode(), "nothing is signed until verified");
  }

  @Test
  void row_10_a_manifest_that_is_missing_or_there_twice_is_refused() {
    String manifest = good.signed(around, "kr");
    refusals.of(
        () ->
            korea
                .request()
                .header("Accept", Visit.TAXII)
                .header("Content-Type", Visit.TAXII)
                .body(Submitting.ENVELOPE)
                .post(Submitting.OBJECTS),
        400,
        "SIG_MALFORMED");
    refusals.of(
        () ->
            korea
                .request()
                .header("Accept", Visit.TAXII)
                .header("Content-Type", Visit.TAXII)
                .header("Submission-Manifest", manifest)
                .header("Submission-Manifest", manifest)
                .body(Submitting.ENVELOPE)
                .post(Submitting.OBJECTS),
        400,
        "SIG_MALFORMED");
  }

  @Test
  void row_10_general_json_with_anything_beside_its_two_members_is_refused() {
    String[] part = good.signed(around, "kr").split("\\.", -1);
    String signature = "\"protected\":\"" + part[0] + "\",\"signature\":\"" + part[2] + "\"";
    String payload = "\"payload\":\"" + part[1] + "\"";
    String flattened = "{" + payload + "," + signature + "}";
    String mixed = "{" + payload + "," + signature + ",\"signatures\":[{" + signature + "}]}";
    String unprotected =
        "{" + payload + ",\"signatures\":[{" + signature + ",\"header\":{\"kid\":\"1\"}}]}";
    for (String json : List.of(flattened, mixed, unprotected)) {
      refusals.of(() -> Submitting.parts(korea, json, Submitting.ENVELOPE), 400, "SIG_MALFORMED");
    }
  }

  @Test
  void row_11_an_algorithm_that_is_not_the_keys_is_refused() {
    for (String algorithm :
        List.of("none", "HS256", "RS256", "ES256K", "EdDSA", "es256", "ES384", "PS256")) {
      refuse(good.header("alg", algorithm).signed(around, "kr"), 400, "SIG_ALG");
    }
    CredentialFiles ed25519 = hostile.ed25519Signer("ops");
    Draft odd = Draft.of(ed25519.credential(), "kr", Submitting.ENVELOPE);
    refuse(odd.signed(around, "kr"), 400, "SIG_ALG");
  }

  @Test
  void row_12_a_header_parameter_outside_the_profile_is_refused() {
    Map<String, Object> odd =
        Map.of(
            "jwk", Map.of("kty", "EC"),
            "jku", "https://attacker.example/keys",
            "x5u", "https://attacker.example/chain",
            "x5t", "AAAA",
            "crit", List.of("b64"),
            "b64", false,
            "zip", "DEF",
            "enc", "A256GCM",
            "anything", 1);
    odd.forEach(
        (name, value) -> refuse(good.header(name, value).signed(around, "kr"), 400, "SIG_HEADER"));
  }

  @Test
  void row_13_a_token_made_for_something_else_is_refused() {
    for (String type : List.of("at+jwt", "JWT", "dpop+jwt", "entente-receipt+jwt")) {
      refuse(good.header("typ", type).signed(around, "kr"), 400, "SIG_TYP");
    }
    refuse(korea.token(), 400, "SIG_TYP");
  }

  @Test
  void row_14_json_or_base64url_that_two_parsers_may_read_differently_is_refused() {
    var key = around.pki().party("kr").signer("ops").credential();
    String header = Draft.json(good.header());
    String claims = Draft.json(good.claims());
    String twice = "{\"iss\":\"urn:entente:partner:eu\"," + claims.substring(1);
    String signed = good.signed(around, "kr");
    for (String manifest :
        List.of(
            Draft.signed(header, twice, key),
            Draft.signed(header, "\uFEFF" + claims, key),
            Draft.signed(header, claims + "{}", key),
            Draft.signed("{\"alg\":\"ES256\"," + header.substring(1), claims, key),
            signed + "=",
            signed.replace(".", ".."),
            signed + ".",
            "not a jws")) {
      refuse(manifest, 400, "SIG_MALFORMED");
    }
  }

  @Test
  void row_15_a_signer_that_is_not_registered_and_trusted_is_refused() {
    for (CredentialFiles signer :
        List.of(
            hostile.selfSignedSigner("ops"),
            hostile.unregisteredSigner(),
            hostile.signerNaming("eu", "ops"),
            hostile.signerOfTlsAuthority("ops"),
            hostile.signerThatIsClient("ops"),
            hostile.signerWithoutUsage("ops"),
            hostile.authorityAsSigner("ops"),
            hostile.signingAuthorityAsSigner(),
            hostile.expiredSigner("ops"),
            hostile.futureSigner("ops"),
            korea.own())) {
      Draft draft = Draft.of(signer.credential(), "kr", Submitting.ENVELOPE);
      refuse(draft.signed(signer.credential()), 403, "SIG_TRUST");
    }
  }

  @Test
  void row_15_a_chain_bomb_is_the_senders_mistake() {
    CredentialFiles bomb = hostile.signerWithChain("ops", 50);
    Draft draft = Draft.of(bomb.credential(), "kr", Submitting.ENVELOPE);
    String manifest = draft.signed(bomb.credential());
    refusals.of(() -> Submitting.parts(korea, manifest, Submitting.ENVELOPE), 400, "SIG_TRUST");
  }

  @Test
  void row_17_one_changed_bit_anywhere_is_refused() {
    String[] part = good.signed(around, "kr").split("\\.", -1);
    String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
    String other = Draft.of(around, "kr", Submitting.ENVELOPE).signed(around, "kr");
    String otherPayload = other.split("\\.", -1)[1];
    refuse(part[0] + "." + part[1] + "." + zeros, 400, "SIG_INVALID");
    refuse(part[0] + "." + otherPayload + "." + part[2], 400, "SIG_INVALID");
    refuse(part[0] + "." + part[1] + "." + part[2].substring(4), 400, "SIG_INVALID");
    String manifest = String.join(".", part);
    String changed = Submitting.ENVELOPE.replace('1', '2');
    refusals.of(() -> Submitting.plain(korea, manifest, changed), 400, "BODY_DIGEST");
  }

  private JsonNode refuse(String manifest, int status, String code) {
    return refusals.of(() -> Submitting.plain(korea, manifest, Submitting.ENVELOPE), status, code);
  }
}
