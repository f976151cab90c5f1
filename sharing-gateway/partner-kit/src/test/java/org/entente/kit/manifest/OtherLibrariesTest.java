package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.entente.kit.manifest.Parties.BODY;
import static org.entente.kit.manifest.Parties.HOSTILE;
import static org.entente.kit.manifest.Parties.SIGNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.stream.Stream;
import org.entente.pki.Credential;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two independent JOSE libraries agree with the verifier and the signer, in both directions. */
class OtherLibrariesTest {

  static Stream<Credential> credentials() {
    return Stream.of(
        SIGNER, HOSTILE.p384Signer("ops").credential(), HOSTILE.rsaSigner("ops").credential());
  }

  private static PublicKey publicKey(Credential credential) {
    return credential.leaf().getPublicKey();
  }

  private static JWSVerifier nimbusVerifier(PublicKey key) throws Exception {
    return key instanceof ECPublicKey ec
        ? new ECDSAVerifier(ec)
        : new RSASSAVerifier((RSAPublicKey) key);
  }

  private static JWSSigner nimbusSigner(PrivateKey key) throws Exception {
    return key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key);
  }

  private static String algorithm(Credential credential) {
    return SignatureAlgorithm.of(publicKey(credential)).orElseThrow().name();
  }

  private static JWSHeader nimbusHeader(Credential credential) {
    return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm(credential)))
        .type(new JOSEObjectType("entente-submission+jwt"))
        .customParam("iat", Parties.NOW.getEpochSecond())
        .x509CertSHA256Thumbprint(new Base64URL(credential.thumbprint()))
        .x509CertChain(credential.x5c().stream().map(Base64::new).toList())
        .build();
  }

  private static void accepted(String manifest) {
    Parties.verifier().verify(manifest.getBytes(US_ASCII), Body.of(BODY), Parties.atTheDoor());
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void both_libraries_accept_what_the_kit_signs(Credential credential) throws Exception {
    String manifest = new String(Parties.signed(Parties.key(credential)), US_ASCII);

    JWSObject nimbus = JWSObject.parse(manifest);
    JsonWebSignature jose4j = new JsonWebSignature();
    jose4j.setCompactSerialization(manifest);
    jose4j.setKey(publicKey(credential));

    assertTrue(nimbus.verify(nimbusVerifier(publicKey(credential))));
    assertTrue(jose4j.verifySignature());
    assertEquals(jose4j.getPayload(), nimbus.getPayload().toString());
    assertEquals(
        jose4j.getLeafCertificateHeaderValue(), credential.leaf(), "x5c means the same to all");
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void the_kit_accepts_what_nimbus_signs(Credential credential) throws Exception {
    JWSObject object =
        new JWSObject(nimbusHeader(credential), new Payload(Forge.by(credential).claimsText()));
    object.sign(nimbusSigner(credential.key()));

    accepted(object.serialize());
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void the_kit_accepts_what_jose4j_signs(Credential credential) throws Exception {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(algorithm(credential));
    signature.setHeader("typ", "entente-submission+jwt");
    signature.setHeader("iat", Parties.NOW.getEpochSecond());
    signature.setX509CertSha256ThumbprintHeaderValue(credential.leaf());
    signature.setCertificateChainHeaderValue(
        credential.chain().toArray(java.security.cert.X509Certificate[]::new));
    signature.setPayload(Forge.by(credential).claimsText());
    signature.setKey(credential.key());

    accepted(signature.getCompactSerialization());
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void the_kit_accepts_two_signatures_in_the_general_form_of_nimbus(Credential credential)
      throws Exception {
    Credential second = HOSTILE.p384Signer("ops").credential();
    JWSObjectJSON object = new JWSObjectJSON(new Payload(Forge.by(credential).claimsText()));
    object.sign(nimbusHeader(credential), nimbusSigner(credential.key()));
    object.sign(nimbusHeader(second), nimbusSigner(second.key()));

    accepted(object.serializeGeneral());
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void all_three_refuse_the_same_changed_signature(Credential credential) throws Exception {
    String manifest = new String(Parties.signed(Parties.key(credential)), US_ASCII);
    int at = manifest.lastIndexOf('.') + 5;
    char flipped = manifest.charAt(at) == 'A' ? 'B' : 'A';
    String changed = manifest.substring(0, at) + flipped + manifest.substring(at + 1);
    JsonWebSignature jose4j = new JsonWebSignature();
    jose4j.setCompactSerialization(changed);
    jose4j.setKey(publicKey(credential));

    assertFalse(JWSObject.parse(changed).verify(nimbusVerifier(publicKey(credential))));
    assertFalse(jose4j.verifySignature());
    Refusals.refused(ManifestRejected.Code.SIG_INVALID, changed.getBytes(US_ASCII));
  }
}
