package org.entente.audit.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.audit.console.ShownRecord.Field;
import org.entente.audit.disclosure.Disclosure;

/**
 * Takes a record apart into its values, each under the path of names that leads to it, with
 * disclosed values where their digests stand (RFC 9901 section 7.1). Reads any version of the
 * contract.
 */
final class RecordFieldList {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DIGESTS = "_sd";

  private final Map<String, Disclosure> disclosures = new HashMap<>();
  private final List<Field> fields = new ArrayList<>();
  private final String recordClass;

  private RecordFieldList(JsonNode record, List<Disclosure> fitting) {
    recordClass = record.path("class_uid").asText();
    fitting.forEach(disclosure -> disclosures.put(disclosure.digest(), disclosure));
  }

  /** None when the bytes are no JSON. */
  static List<Field> of(byte[] leaf, List<Disclosure> fitting) {
    try {
      var record = JSON.readTree(leaf);
      var list = new RecordFieldList(record, fitting);
      list.add("", record);
      return list.fields;
    } catch (IOException _) {
      return List.of(); // altered, which the page says
    }
  }

  private void add(String path, JsonNode node) {
    if (node.isObject()) {
      for (var member : node.properties()) {
        member(path.isEmpty() ? "" : path + ".", member.getKey(), member.getValue());
      }
    } else if (node.isArray()) {
      for (var i = 0; i < node.size(); i++) {
        add(path + "[" + i + "]", node.get(i));
      }
    } else {
      var value = node.asText();
      fields.add(new Field(path, value, OcsfCaptions.of(recordClass, path, value), ""));
    }
  }

  private void member(String prefix, String name, JsonNode value) {
    if (!name.equals(DIGESTS)) {
      add(prefix + name, value);
      return;
    }
    for (var digest : value) {
      var disclosure = disclosures.get(digest.asText());
      if (disclosure == null) {
        fields.add(new Field(prefix + DIGESTS, digest.asText(), "", ""));
      } else {
        fields.add(
            new Field(prefix + disclosure.name(), disclosure.value(), "", disclosure.text()));
      }
    }
  }
}
