package org.entente.gateway.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.kit.manifest.Sha256;
import org.entente.pki.Credential;

/**
 * A manifest about to be signed: one good one is the start of many bad ones. Immutable.
 *
 * @param header protected header, in order
 * @param claims payload, in order
 */
public record Draft(Map<String, Object> header, Map<String, Object> claims) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A good manifest of this partner's signer {@code ops} over this body. */
  public static Draft of(Surroundings around, String partner, String body) {
    return of(around.pki().party(partner).signer("ops").credential(), partner, body);
  }

  /** The same with any signer's certificate. */
  public static Draft of(Credential signer, String partner, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    var header = new LinkedHashMap<String, Object>();
    header.put("alg", "ES256");
    header.put("typ", "entente-submission+jwt");
    header.put("cty", "json");
    header.put("iat", now);
    header.put("x5t#S256", signer.thumbprint());
    header.put("x5c", signer.x5c());
    var claims = new LinkedHashMap<String, Object>();
    claims.put("ver", 1);
    claims.put("iss", "urn:entente:partner:" + partner);
    claims.put("sub", "urn:entente:signer:" + partner + ":ops");
    claims.put("aud", Surroundings.API_ROOT);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("col", Surroundings.COLLECTION);
    claims.put(
        "body",
        Map.of("cty", Visit.TAXII, "size", bytes.length, "sha-256", Sha256.of(bytes).base64Url()));
    return new Draft(header, claims);
  }

  /** With a header parameter replaced or added. */
  public Draft header(String name, Object value) {
    var changed = new LinkedHashMap<>(header);
    changed.put(name, value);
    return new Draft(changed, claims);
  }

  /** With a claim replaced or added. */
  public Draft claim(String name, Object value) {
    var changed = new LinkedHashMap<>(claims);
    changed.put(name, value);
    return new Draft(header, changed);
  }

  /** Signed at another time, in header and claims. */
  public Draft at(long iat, long exp) {
    return header("iat", iat).claim("iat", iat).claim("exp", exp);
  }

  /** The compact JWS by the signer {@code ops} of this partner. */
  public String signed(Surroundings around, String partner) {
    return signed(around.pki().party(partner).signer("ops").credential());
  }

  /** The compact JWS by this P-256 key, whatever the header says. */
  public String signed(Credential key) {
    return signed(json(header), json(claims), key);
  }

  /** A compact JWS over any texts. */
  public static String signed(String header, String claims, Credential key) {
    String input = base64(header) + "." + base64(claims);
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.key());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with P-256", e);
    }
  }

  /** The text of a part before it is encoded. */
  public static String json(Map<String, Object> members) {
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings and numbers are JSON", e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
