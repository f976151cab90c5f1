package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.manifest.Parties.SIGNER;
import static org.entente.kit.manifest.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 10 to 14 of the abuse table: form, algorithm, header, type. */
class MalformedManifestTest {

  private final String good = new String(Parties.signed(Parties.key(SIGNER)), US_ASCII);
  private final String[] part = good.split("\\.", -1);

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d", "{", "{}", "null", "not a token"})
  void what_is_no_jws_is_malformed(String text) {
    assertEquals(400, refused(Code.SIG_MALFORMED, text.getBytes(UTF_8)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"payload\":\"P\",\"protected\":\"H\",\"signature\":\"S\"}",
        "{\"payload\":\"P\",\"signatures\":[{\"protected\":\"H\",\"signature\":\"S\"}],\"signature\":\"S\"}",
        "{\"payload\":\"P\",\"signatures\":[{\"protected\":\"H\",\"signature\":\"S\",\"header\":{\"kid\":\"1\"}}]}",
        "{\"payload\":\"P\",\"signatures\":[]}",
        "{\"payload\":\"P\",\"signatures\":[{\"protected\":\"H\",\"signature\":\"S\"}]} {}",
        "{\"payload\":\"P\",\"payload\":\"P\",\"signatures\":[{\"protected\":\"H\",\"signature\":\"S\"}]}",
        "{\"payload\":\"P\",\"signatures\":[X,X,X,X]}",
        "\ufeff{\"payload\":\"P\",\"signatures\":[X]}",
      })
  void flattened_mixed_unprotected_and_doubled_json_forms_are_malformed(String form) {
    String one = "{\"protected\":\"%s\",\"signature\":\"%s\"}".formatted(part[0], part[2]);
    String json =
        form.replace("X", one)
            .replace("\"P\"", "\"" + part[1] + "\"")
            .replace("\"H\"", "\"" + part[0] + "\"")
            .replace("\"S\"", "\"" + part[2] + "\"");

    refused(Code.SIG_MALFORMED, json.getBytes(UTF_8));
  }

  @Test
  void two_manifests_and_padded_parts_are_malformed() {
    refused(Code.SIG_MALFORMED, (good + "," + good).getBytes(UTF_8));
    refused(Code.SIG_MALFORMED, (good + "\n").getBytes(UTF_8));
    refused(Code.SIG_MALFORMED, (good + "==").getBytes(UTF_8));
    refused(Code.SIG_MALFORMED, new byte[64 * 1024 + 1]);
  }

  @Test
  void the_same_signature_spelled_with_unused_bits_is_malformed() {
    char last = good.charAt(good.length() - 1); // 64 bytes leave four unused bits: A, Q, g or w
    String other = good.substring(0, good.length() - 1) + (char) (last + 1);

    refused(Code.SIG_MALFORMED, other.getBytes(UTF_8));
  }

  @Test
  void header_or_claims_that_are_not_strict_json_are_malformed_although_signed() {
    Forge forge = Forge.by(SIGNER);
    String header = forge.headerText();
    String claims = forge.claimsText();

    refused(Code.SIG_MALFORMED, forge.compact(header.replace("{", "{\"alg\":\"ES256\","), claims));
    refused(Code.SIG_MALFORMED, forge.compact("\ufeff" + header, claims));
    refused(Code.SIG_MALFORMED, forge.compact(header + "{}", claims));
    refused(
        Code.SIG_MALFORMED,
        forge.compact(header, claims.replace("{\"ver\"", "{\"ver\":1,\"ver\"")));
    refused(Code.SIG_MALFORMED, forge.compact(header, claims + " 1"));
    refused(Code.SIG_MALFORMED, forge.compact(header, "\ufeff" + claims));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "None",
        "nOnE",
        "",
        "HS256",
        "RS256",
        "ES256K",
        "EdDSA",
        "Ed25519",
        "es256",
        "ES384",
        "ES512",
        "PS256",
        "PS512",
        "ML-DSA-65"
      })
  void any_algorithm_but_that_of_the_certificates_key_is_refused(String alg) {
    refused(Code.SIG_ALG, Forge.by(SIGNER).header("alg", alg).compact());
  }

  @Test
  void a_header_without_a_textual_algorithm_is_refused() {
    refused(Code.SIG_ALG, Forge.by(SIGNER).without("alg").compact());
    refused(Code.SIG_ALG, Forge.by(SIGNER).header("alg", List.of("ES256")).compact());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwk", "jku", "x5u", "x5t", "crit", "b64", "zip", "enc", "aud", "x-any"})
  void a_parameter_outside_the_profile_is_refused(String name) {
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header(name, "https://127.0.0.1:9/").compact());
  }

  @Test
  void crit_is_refused_whatever_it_lists() {
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header("crit", List.of("alg")).compact());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "x5c", "x5t#S256"})
  void a_missing_or_mistyped_parameter_is_refused(String name) {
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header(name, true).compact());
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header(name, "").compact());
    String without = Forge.by(SIGNER).headerText().replace(name, "kid");

    refused(Code.SIG_HEADER, Forge.by(SIGNER).compact(without, "{}"));
  }

  @Test
  void a_content_type_other_than_json_is_refused() {
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header("cty", "JWT").compact());
  }

  @Test
  void certificates_that_are_none_or_not_the_named_one_are_refused() {
    String leaf = SIGNER.x5c().getFirst();
    String eu = Parties.EU_SIGNER.thumbprint();

    refused(Code.SIG_HEADER, Forge.by(SIGNER).header("x5t#S256", eu).compact());
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header("x5c", List.of()).compact());
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header("x5c", List.of("AAAA")).compact());
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header("x5c", List.of(leaf, 1)).compact());
    refused(Code.SIG_HEADER, Forge.by(SIGNER).header("x5c", List.of(leaf + "\n")).compact());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JWT",
        "at+jwt",
        "dpop+jwt",
        "entente-receipt+jwt",
        "ENTENTE-SUBMISSION+JWT",
        "application/entente-submission+jwt"
      })
  void tokens_made_for_something_else_are_refused_by_their_type(String typ) {
    Forge token =
        Forge.by(SIGNER).header("typ", typ).header("jwk", Map.of()).header("alg", "RS256");

    refused(Code.SIG_TYP, token.compact());
  }

  @Test
  void an_untyped_token_is_refused() {
    refused(Code.SIG_TYP, Forge.by(SIGNER).without("typ").compact());
  }
}
