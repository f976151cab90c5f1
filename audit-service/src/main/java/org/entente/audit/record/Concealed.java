package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.entente.audit.disclosure.Disclosure;

/** The personal fields of one record that is being written. Not thread-safe. */
final class Concealed {

  private final SecureRandom random;
  private final List<Disclosure> disclosures = new ArrayList<>();

  Concealed(SecureRandom random) {
    this.random = random;
  }

  /** Writes the digest of this member of the current object, or the member when it is unknown. */
  void write(JsonGenerator json, String name, String value) throws IOException {
    if (value.equals(Actor.UNKNOWN)) {
      json.writeStringField(name, value);
      return;
    }
    var disclosure = Disclosure.conceal(name, value, random);
    disclosures.add(disclosure);
    json.writeArrayFieldStart(PersonalFields.DIGESTS);
    json.writeString(disclosure.digest());
    json.writeEndArray();
  }

  /** Puts the disclosures after the record. */
  void appendTo(ByteArrayOutputStream record) {
    if (!disclosures.isEmpty()) {
      record.write('~');
    }
    for (var disclosure : disclosures) {
      record.writeBytes(disclosure.text().getBytes(StandardCharsets.US_ASCII));
      record.write('~');
    }
  }
}
