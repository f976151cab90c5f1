package org.entente.kit.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record with its personal fields where their digests stand (RFC 9901 section 7.1). Each
 * disclosure is checked against its digest, so that whoever stores them cannot say who it was. What
 * fits nowhere is left out; a digest without its disclosure stays: its field was erased.
 */
public final class DisclosedRecord {

  private static final String DIGESTS = "_sd";

  private final Map<String, Disclosure> disclosures = new HashMap<>();

  private DisclosedRecord() {}

  /** The members of the record, with those disclosed. */
  public static Map<String, Object> of(Map<?, ?> record, List<?> disclosures) {
    DisclosedRecord disclosed = new DisclosedRecord();
    disclosures.forEach(text ->
        Disclosure.parse(String.valueOf(text))
            .ifPresent(one -> disclosed.disclosures.put(one.digest(), one)));
    return disclosed.members(record);
  }

  /**
   * The record of an entry as searches show it ({@code record} and {@code disclosures}); without
   * members when the entry's stored bytes were altered.
   */
  public static Map<String, Object> in(Map<?, ?> entry) {
    Map<?, ?> record = entry.get("record") instanceof Map<?, ?> members ? members : Map.of();
    return of(record, entry.get("disclosures") instanceof List<?> texts ? texts : List.of());
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
    return Optional.ofNullable(disclosures.remove(digest))
        .filter(one -> !one.name().equals(DIGESTS))
        .filter(one -> members.putIfAbsent(one.name(), one.value()) == null)
        .isPresent();
  }
}
