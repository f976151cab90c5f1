package org.entente.kit.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;

/**
 * A record with its personal fields where their digests stand (RFC 9901 section 7.1). Each
 * disclosure is checked against its digest, so that whoever stores them cannot say who it was. What
 * fits nowhere is left out; a digest without its disclosure stays: its field was erased.
 */
public final class DisclosedRecord {

  private static final String DIGESTS = "_sd";
  private static final int PARTS = 3;

  private final Map<String, List<?>> disclosures = new HashMap<>();

  private DisclosedRecord() {}

  /** The members of the record, with those disclosed. */
  public static Map<String, Object> of(Map<?, ?> record, List<?> disclosures) {
    DisclosedRecord disclosed = new DisclosedRecord();
    disclosures.forEach(text -> disclosed.read(String.valueOf(text)));
    return disclosed.members(record);
  }

  private void read(String text) {
    try {
      String json = "{\"parts\":" + new String(Base64.getUrlDecoder().decode(text), UTF_8) + "}";
      if (StrictJson.object(json.getBytes(UTF_8)).get("parts") instanceof List<?> parts
          && parts.size() == PARTS) {
        disclosures.put(Sha256.of(text.getBytes(US_ASCII)).base64Url(), parts);
      }
    } catch (IllegalArgumentException | JsonRejected e) {
      // no disclosure, so it discloses nothing
    }
  }

  private Map<String, Object> members(Map<?, ?> object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.forEach((name, value) ->
        members.put(
            String.valueOf(name), value instanceof Map<?, ?> inner ? members(inner) : value));
    if (members.remove(DIGESTS) instanceof List<?> digests) {
      List<Object> erased = new ArrayList<>();
      for (Object digest : digests) {
        if (!disclose(members, String.valueOf(digest))) {
          erased.add(digest);
        }
      }
      if (!erased.isEmpty()) {
        members.put(DIGESTS, erased);
      }
    }
    return members;
  }

  /** Each digest discloses once, and never over a member that stands in the record itself. */
  private boolean disclose(Map<String, Object> members, String digest) {
    Optional<List<?>> parts = Optional.ofNullable(disclosures.remove(digest));
    if (parts.isEmpty()) {
      return false;
    }
    String name = String.valueOf(parts.get().get(1));
    return !name.equals(DIGESTS) && members.putIfAbsent(name, parts.get().getLast()) == null;
  }
}
