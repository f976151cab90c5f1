package org.entente.gateway.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.entente.kit.manifest.Sha256;

/**
 * The personal fields of one record: the record holds salted digests, and after it come their
 * disclosures, which the log can erase one day (RFC 9901 section 4.2). Not thread-safe.
 */
final class Concealed {
  private static final int SALT_BYTES = 16;
  private static final JsonFactory JSON = new JsonFactory();

  private final SecureRandom random;
  private final List<String> disclosures = new ArrayList<>();

  Concealed(SecureRandom random) {
    this.random = random;
  }

  /** Writes this member's digest into the current object, or the member when it says nothing. */
  void write(JsonGenerator json, String name, String value) throws IOException {
    if (value.equals(Actor.UNKNOWN)) {
      json.writeStringField(name, value);
      return;
    }
    String disclosure = disclosure(name, value);
    disclosures.add(disclosure);
    json.writeArrayFieldStart("_sd");
    json.writeString(Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)).base64Url());
    json.writeEndArray();
  }

  /** Puts the disclosures after the finished record. */
  void appendTo(ByteArrayOutputStream record) {
    if (!disclosures.isEmpty()) {
      String after = "~" + String.join("~", disclosures) + "~";
      record.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private String disclosure(String name, String value) throws IOException {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartArray();
      json.writeString(base64url(salt));
      json.writeString(name);
      json.writeString(value);
      json.writeEndArray();
    }
    return base64url(out.toByteArray());
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
