package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.manifest.Parties.BODY;
import static org.entente.kit.manifest.Parties.HOSTILE;
import static org.entente.kit.manifest.Parties.NOW;
import static org.entente.kit.manifest.Parties.SIGNER;
import static org.entente.kit.manifest.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 17, 18, 22 and 23 of the abuse table: signature, body, time, destination. */
class TamperedManifestTest {

  private static final BigInteger ORDER_OF_P256 =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final byte[] good = Parties.signed(Parties.key(SIGNER));

  private byte[] withSignature(byte[] signature) {
    String text = new String(good, US_ASCII);
    return (text.substring(0, text.lastIndexOf('.') + 1) + Forge.encode(signature))
        .getBytes(US_ASCII);
  }

  private byte[] signature() {
    String text = new String(good, US_ASCII);
    return Base64.getUrlDecoder().decode(text.substring(text.lastIndexOf('.') + 1));
  }

  @Test
  void signatures_of_zeros_of_a_wrong_length_or_by_another_key_are_refused_alike() {
    List<byte[]> wrong =
        List.of(
            new byte[0],
            new byte[64],
            new byte[63],
            Arrays.copyOf(signature(), 63),
            Arrays.copyOf(signature(), 65),
            new byte[4096]);

    wrong.forEach(bytes -> refused(Code.SIG_INVALID, withSignature(bytes)));
    byte[] otherKey =
        Forge.by(Parties.EU_SIGNER)
            .header("x5c", SIGNER.x5c())
            .header("x5t#S256", SIGNER.thumbprint())
            .compact();
    refused(Code.SIG_INVALID, otherKey);
  }

  @Test
  void a_changed_claim_breaks_the_signature() {
    String[] part = new String(good, US_ASCII).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(part[1]), UTF_8);
    String changed = Forge.encode(claims.replace(":kr\"", ":eu\"").getBytes(UTF_8));

    refused(Code.SIG_INVALID, (part[0] + "." + changed + "." + part[2]).getBytes(US_ASCII));
  }

  @Test
  void pss_signatures_with_other_parameters_are_refused() {
    byte[] pkcs1 = Forge.by(HOSTILE.rsaSigner("ops").credential()).header("alg", "PS256").compact();

    refused(Code.SIG_INVALID, pkcs1);
  }

  @Test
  void the_twin_of_an_ecdsa_signature_is_the_same_submission() {
    byte[] signature = signature();
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    byte[] twin = ORDER_OF_P256.subtract(s).toByteArray();
    byte[] changed = Arrays.copyOf(signature, 64);
    Arrays.fill(changed, 32, 64, (byte) 0);
    int length = Math.min(32, twin.length);
    System.arraycopy(twin, twin.length - length, changed, 64 - length, length);

    Claims first = Parties.verifier().verify(good, Body.of(BODY), Parties.atTheDoor()).claims();
    Claims second =
        Parties.verifier()
            .verify(withSignature(changed), Body.of(BODY), Parties.atTheDoor())
            .claims();

    // Both hold, so identity is issuer and jti; the digest over the manifest bytes differs.
    assertEquals(first, second);
  }

  @Test
  void another_body_size_or_content_type_is_refused() {
    byte[] changed = BODY.clone();
    changed[3] ^= 1;
    Forge size = Forge.by(SIGNER).body("size", BODY.length + 1);
    Forge stix = Forge.by(SIGNER).body("cty", "application/stix+json;version=2.1");
    Forge sha384 = Forge.by(SIGNER).body("sha-384", Forge.encode(new byte[48]));

    refused(Code.BODY_DIGEST, good, changed, Parties.atTheDoor());
    refused(Code.BODY_DIGEST, good, new byte[0], Parties.atTheDoor());
    refused(Code.BODY_DIGEST, size.compact());
    refused(Code.BODY_DIGEST, stix.compact());
    refused(Code.BODY_DIGEST, sha384.compact());
  }

  @Test
  void the_time_window_holds_to_the_second() {
    long now = NOW.getEpochSecond();

    accepted(now + 60, now + 61);
    accepted(now - 660, now - 60);
    accepted(now, now + 600);
    refusedTimes(now + 61, now + 62);
    refusedTimes(now - 661, now - 61);
    refusedTimes(now, now + 601);
    refusedTimes(now, now);
    refusedTimes(now, now - 1);
  }

  private static byte[] times(long iat, long exp) {
    return Forge.by(SIGNER).header("iat", iat).claim("iat", iat).claim("exp", exp).compact();
  }

  private static void accepted(long iat, long exp) {
    Parties.verifier().verify(times(iat, exp), Body.of(BODY), Parties.atTheDoor());
  }

  private static void refusedTimes(long iat, long exp) {
    refused(Code.CLAIM_TIME, times(iat, exp));
  }

  @Test
  void header_and_claims_state_the_same_time_of_signing() {
    refused(Code.CLAIM_TIME, Forge.by(SIGNER).claim("iat", NOW.getEpochSecond() - 1).compact());
  }

  @Test
  void a_redirected_manifest_is_refused() {
    byte[] elsewhere = Forge.by(SIGNER).claim("aud", Parties.AUDIENCE + "x/").compact();
    byte[] collection =
        Forge.by(SIGNER).claim("col", "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80").compact();

    assertEquals(403, refused(Code.CLAIM_AUD, elsewhere).status());
    assertEquals(403, refused(Code.CLAIM_COL, collection).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ver", "iss", "sub", "aud", "iat", "exp", "jti", "col", "body"})
  void a_missing_or_mistyped_claim_is_refused(String name) {
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim(name, true).compact());
    String renamed = Forge.by(SIGNER).claimsText().replace("\"" + name + "\"", "\"rel\"");

    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).compact(Forge.by(SIGNER).headerText(), renamed));
  }

  @Test
  void unknown_claims_versions_and_malformed_values_are_refused() {
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("nbf", 1).compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("ver", 2).compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("aud", List.of("https://a/")).compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("aud", "http://gw.example/").compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("rel", List.of()).compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("rel", List.of("eu")).compact());
    var incomplete = List.of("urn:entente:role:eu:cert-eu");
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("rel", incomplete).compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("tlp", "AMBER").compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("prev", "AAAA").compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("jti", "1-1-1-1-1").compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).claim("exp", Long.MAX_VALUE).compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).body("md5", "x").compact());
    refused(Code.CLAIM_INVALID, Forge.by(SIGNER).body("size", -1).compact());
  }
}
