package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;
import org.entente.pki.Credential;

/** Makes manifests that are right but for what a test changes, and properly signed over that. */
final class Forge {

  private final Credential credential;
  private final Map<String, Object> header;
  private final Map<String, Object> claims;

  private Forge(Credential credential, String manifest) {
    this.credential = credential;
    this.header = new LinkedHashMap<>(part(manifest, 0));
    this.claims = new LinkedHashMap<>(part(manifest, 1));
  }

  /** Starts from what the kit itself signs, then puts this credential's certificates in. */
  static Forge by(Credential credential) {
    String good = new String(Parties.signed(Parties.key(Parties.SIGNER)), US_ASCII);
    return new Forge(credential, good)
        .header("x5c", credential.x5c())
        .header("x5t#S256", credential.thumbprint());
  }

  Forge header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  Forge claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  Forge without(String name) {
    header.remove(name);
    claims.remove(name);
    return this;
  }

  Forge body(String name, Object value) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (claims.get("body") instanceof Map<?, ?> known) {
      known.forEach((key, old) -> body.put(String.valueOf(key), old));
    }
    body.put(name, value);
    return claim("body", body);
  }

  byte[] compact() {
    return compact(JsonText.of(header), JsonText.of(claims));
  }

  /** Signs header and claims exactly as written here. */
  byte[] compact(String headerText, String claimsText) {
    String input = encode(headerText.getBytes(UTF_8)) + "." + encode(claimsText.getBytes(UTF_8));
    return (input + "." + encode(signature(input))).getBytes(US_ASCII);
  }

  String headerText() {
    return JsonText.of(header);
  }

  String claimsText() {
    return JsonText.of(claims);
  }

  private byte[] signature(String input) {
    try {
      Signature signature =
          switch (credential.key().getAlgorithm()) {
            case "EC" -> Signature.getInstance("SHA256withECDSAinP1363Format");
            case "RSA" -> Signature.getInstance("SHA256withRSA");
            default -> Signature.getInstance(credential.key().getAlgorithm());
          };
      signature.initSign(credential.key());
      signature.update(input.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Map<String, Object> part(String manifest, int index) {
    String text = manifest.split("\\.", -1)[index];
    return StrictJson.object(Base64.getUrlDecoder().decode(text));
  }
}
