package org.entente.audit.disclosure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One member of an object that the object itself holds only as a digest (RFC 9901 section 4.2.1).
 * Without the salt nobody can tell by trying which value a digest stands for.
 *
 * @param text as sent: base64url of the JSON array of salt, name and value
 * @param name of the member
 * @param value of the member, always a text here
 */
public record Disclosure(String text, String name, String value) {

  /** Longest text of one disclosure, in characters. */
  public static final int LONGEST = 24_000;

  private static final int SALT_BYTES = 16;
  private static final int PARTS = 3;
  private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{22,64}");
  private static final JsonFactory JSON = new JsonFactory();

  /** Keeps a member out of its object, with a fresh salt of 128 bits. */
  public static Disclosure conceal(String name, String value, SecureRandom random) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var out = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(out)) {
      json.writeStartArray();
      json.writeString(base64url(salt));
      json.writeString(name);
      json.writeString(value);
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new Disclosure(base64url(out.toByteArray()), name, value);
  }

  /**
   * Reads one as it was sent.
   *
   * @throws DisclosureRejected when it is none
   */
  public static Disclosure parse(String text) {
    var parts = strings(decoded(text));
    if (parts.size() != PARTS || !SALT.matcher(parts.getFirst()).matches()) {
      throw notOne();
    }
    return new Disclosure(text, parts.get(1), parts.getLast());
  }

  /** What stands for it in the {@code _sd} of its object. */
  public String digest() {
    try {
      var ascii = text.getBytes(StandardCharsets.US_ASCII);
      return base64url(MessageDigest.getInstance("SHA-256").digest(ascii));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] decoded(String text) {
    if (text.length() > LONGEST) {
      throw DisclosureRejected.invalid("a disclosure has at most " + LONGEST + " characters");
    }
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw notOne();
    }
  }

  private static List<String> strings(byte[] json) {
    try (var parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw notOne();
      }
      var strings = elements(parser);
      if (parser.nextToken() != null) {
        throw notOne();
      }
      return strings;
    } catch (IOException e) {
      throw notOne();
    }
  }

  private static List<String> elements(JsonParser parser) throws IOException {
    var strings = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw notOne();
      }
      strings.add(parser.getText());
    }
    return strings;
  }

  private static DisclosureRejected notOne() {
    return DisclosureRejected.invalid("not a disclosure of salt, name and text");
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
