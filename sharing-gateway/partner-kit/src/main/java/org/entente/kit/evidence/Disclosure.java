package org.entente.kit.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;

/**
 * A member that its object holds only as a salted digest (RFC 9901 section 4.2.1): written and read
 * here by the same code. Without the salt nobody can tell by trying what a digest stands for.
 *
 * @param text base64url of the JSON array of salt, name and value
 * @param value always a text in this exchange
 */
public record Disclosure(String text, String name, String value) {

  private static final int SALT_BYTES = 16;
  private static final int PARTS = 3;

  /** Keeps a member out of its object, with a fresh salt of 128 bits. */
  public static Disclosure of(String name, String value, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String array = JsonText.of(List.of(base64url(salt), name, value));
    return new Disclosure(base64url(array.getBytes(UTF_8)), name, value);
  }

  /** Reads one; empty when it is none. */
  public static Optional<Disclosure> parse(String text) {
    try {
      String array = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      Map<String, Object> wrapped = StrictJson.object(("{\"d\":" + array + "}").getBytes(UTF_8));
      return wrapped.size() == 1
              && wrapped.get("d") instanceof List<?> parts
              && parts.size() == PARTS
              && parts.get(1) instanceof String name
              && parts.get(2) instanceof String value
          ? Optional.of(new Disclosure(text, name, value))
          : Optional.empty();
    } catch (IllegalArgumentException | JsonRejected e) {
      return Optional.empty();
    }
  }

  /** What stands for it among the digests of its object. */
  public String digest() {
    return Sha256.of(text.getBytes(US_ASCII)).base64Url();
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
