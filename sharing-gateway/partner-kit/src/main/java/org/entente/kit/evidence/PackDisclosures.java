package org.entente.kit.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.kit.json.StrictJson;

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
      Disclosure disclosure =
          Disclosure.parse(String.valueOf(text))
              .orElseThrow(() -> new PackRejected("a disclosure of entry " + index + " is none"));
      // Each digest once: the same disclosure twice is refused.
      if (!digests.remove(disclosure.digest())) {
        throw new PackRejected("entry " + index + " has no place for a disclosure");
      }
      members.put(disclosure.name(), disclosure.value());
    }
    return members;
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
