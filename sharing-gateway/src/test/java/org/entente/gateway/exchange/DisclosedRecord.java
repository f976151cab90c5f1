package org.entente.gateway.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.entente.kit.json.StrictJson;

/** A record as the log was sent it, with its disclosures put back where their digests stand. */
public final class DisclosedRecord {

  private DisclosedRecord() {}

  /** The leaf alone. */
  public static String leaf(String sent) {
    return sent.substring(0, sent.lastIndexOf('}') + 1);
  }

  /** The whole record; digests and disclosures that do not fit each other are a writer's fault. */
  public static JsonNode of(String sent) {
    String leaf = leaf(sent);
    List<String> disclosures =
        Arrays.stream(sent.substring(leaf.length()).split("~", -1))
            .filter(text -> !text.isEmpty())
            .toList();
    JsonNode record =
        new ObjectMapper()
            .valueToTree(
                org.entente.kit.evidence.DisclosedRecord.of(
                    StrictJson.object(leaf.getBytes(UTF_8)), disclosures));
    int digests = leaf.split("\"_sd\":", -1).length - 1;
    if (record.findValue("_sd") != null || digests != disclosures.size()) {
      throw new IllegalStateException("digests and disclosures do not fit: " + sent);
    }
    return record;
  }
}
