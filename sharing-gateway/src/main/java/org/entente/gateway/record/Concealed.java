package org.entente.gateway.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.entente.kit.evidence.Disclosure;

/**
 * The personal fields of one record: the record holds salted digests, and after it come their
 * disclosures, which the log can erase one day (RFC 9901 section 4.2). Not thread-safe.
 */
final class Concealed {

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
    Disclosure disclosure = Disclosure.of(name, value, random);
    disclosures.add(disclosure.text());
    json.writeArrayFieldStart("_sd");
    json.writeString(disclosure.digest());
    json.writeEndArray();
  }

  /** Puts the disclosures after the finished record. */
  void appendTo(ByteArrayOutputStream record) {
    if (!disclosures.isEmpty()) {
      String after = "~" + String.join("~", disclosures) + "~";
      record.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
