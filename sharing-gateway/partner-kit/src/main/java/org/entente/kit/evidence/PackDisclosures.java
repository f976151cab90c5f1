package org.entente.kit.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;

/**
 * What is disclosed beside one entry: members that the entry holds only as salted digests (RFC 9901
 * section 4.2). A disclosure whose digest the entry lacks is refused; those that were erased are
 * simply not there.
 */
final class PackDisclosures {

  private PackDisclosures() {}

  /** The disclosed members by name, from a line of the pack. */
  static Map<String, String> of(long index, String line, byte[] entry) {
    Map<String, Object> said = StrictJson.object(line.getBytes(UTF_8));
    if (!Long.valueOf(index).equals(said.get("index"))
        || !(said.get("disclosures") instanceof List<?> texts)) {
      throw new PackRejected("a line of disclosures that is not of entry " + index);
    }
    Set<String> digests = new TreeSet<>();
    collect(StrictJson.object(entry), digests);
    Map<String, String> members = new LinkedHashMap<>();
    for (Object text : texts) {
      // Each digest once: the same disclosure twice is refused.
      if (!digests.remove(Sha256.of(String.valueOf(text).getBytes(US_ASCII)).base64Url())) {
        throw new PackRejected("entry " + index + " has no place for a disclosure");
      }
      List<?> parts = parts(index, String.valueOf(text));
      members.put(String.valueOf(parts.get(1)), String.valueOf(parts.get(2)));
    }
    return members;
  }

  private static List<?> parts(long index, String text) {
    try {
      String array = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      Map<String, Object> wrapped = StrictJson.object(("{\"d\":" + array + "}").getBytes(UTF_8));
      if (wrapped.get("d") instanceof List<?> parts && parts.size() == 3) {
        return parts;
      }
    } catch (IllegalArgumentException | JsonRejected e) {
      // Told below like one of another shape.
    }
    throw new PackRejected("a disclosure of entry " + index + " is none");
  }

  private static void collect(Object value, Set<String> digests) {
    if (value instanceof Map<?, ?> members) {
      if (members.get("_sd") instanceof List<?> list) {
        list.forEach(digest -> digests.add(String.valueOf(digest)));
      }
      members.values().forEach(member -> collect(member, digests));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> collect(element, digests));
    }
  }
}
