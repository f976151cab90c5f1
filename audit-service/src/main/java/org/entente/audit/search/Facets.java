package org.entente.audit.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a record says that searches ask for and no column has. Reads any version of the contract,
 * and altered bytes, of which it takes what it can. Thread-safe.
 */
final class Facets {

  static final String PURPOSE = "purpose";
  static final String AGENCY = "agency";
  static final String MARKING = "marking";

  private static final Map<String, String> PLACES = Map.of(PURPOSE, "/purpose", MARKING, "/tlp");
  private static final String AGENCY_PLACE = "/actor/user/org/ou_name";
  private static final int LONGEST = 512;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Facets() {}

  /** A record to be read here; one without members when it is no JSON any more. */
  static JsonNode record(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException _) {
      return MissingNode.getInstance(); // altered: found by its index, not by what it said
    }
  }

  /** Values by kind. */
  static Map<String, String> of(JsonNode record) {
    var facets = new TreeMap<String, String>();
    // The first contract had "unmapped" where there is "exchange" now.
    for (var object : new String[] {"/exchange", "/unmapped"}) {
      PLACES.forEach((kind, place) -> put(facets, kind, record.at(object + place)));
    }
    put(facets, AGENCY, record.at(AGENCY_PLACE));
    return facets;
  }

  private static void put(Map<String, String> facets, String kind, JsonNode value) {
    var text = value.asText("");
    if (!text.isEmpty()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(Facets::unstorable)) {
      facets.putIfAbsent(kind, text);
    }
  }

  /** What PostgreSQL cannot store, and no record has. */
  static boolean unstorable(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
  }
}
