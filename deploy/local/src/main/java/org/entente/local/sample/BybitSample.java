package org.entente.local.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.local.exchange.Member;

/**
 * The theft from Bybit of February 2025 as Korea might report it: the addresses the FBI published
 * as wallets, each with an indicator of the campaign. Same addresses in, same bytes out.
 */
public final class BybitSample {

  private static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
  private static final String TLP_EXTENSION =
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
  private static final String WALLET_EXTENSION =
      "extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7";
  private static final String WRITTEN = "2026-11-25T00:00:00.000Z";
  private static final String WALLET = "cryptocurrency-wallet";
  private static final long SEED = 20250226;

  private final ObjectMapper json = new ObjectMapper();
  private final StixIds ids = new StixIds(SEED);
  private final String bundle = ids.statement("bundle");
  private final String campaign = ids.statement("campaign");

  private BybitSample() {}

  /** Arguments: file with one address per line, bundle to write. */
  public static void main(String[] arguments) throws IOException {
    var addresses = Files.readAllLines(Path.of(arguments[0]));
    Files.writeString(Path.of(arguments[1]), bundle(addresses));
  }

  /** The bundle's text, one object per line. */
  static String bundle(List<String> addresses) {
    return new BybitSample().text(addresses);
  }

  private String text(List<String> addresses) {
    var objects = new ArrayList<Map<String, Object>>();
    objects.add(marking());
    objects.add(identity());
    objects.add(campaign());
    for (var address : addresses) {
      var value = address.toLowerCase(Locale.ROOT);
      objects.add(wallet(value));
      var indicator = ids.statement("indicator");
      objects.add(indicator(indicator, value));
      objects.add(indicates(indicator));
    }
    return objects.stream()
        .map(this::line)
        .collect(
            Collectors.joining(
                ",\n", "{\"type\":\"bundle\",\"id\":\"" + bundle + "\",\"objects\":[\n", "\n]}\n"));
  }

  private String line(Map<String, Object> object) {
    try {
      return json.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings and lists are JSON", e);
    }
  }

  private static Map<String, Object> marking() {
    var object = object("marking-definition", AMBER);
    object.put("created", "2022-10-01T00:00:00.000Z");
    object.put("name", "TLP:AMBER");
    var extension = new LinkedHashMap<String, Object>();
    extension.put("extension_type", "property-extension");
    extension.put("tlp_2_0", "amber");
    object.put("extensions", Map.of(TLP_EXTENSION, extension));
    return object;
  }

  private static Map<String, Object> identity() {
    var object = statement(object("identity", Member.KOREA.identity()));
    object.put("name", "Republic of Korea, cyber threat centre (sample)");
    object.put("identity_class", "organization");
    object.put("sectors", List.of("government-national"));
    return marked(object);
  }

  private Map<String, Object> campaign() {
    var object = statement(object("campaign", campaign));
    object.put("name", "Theft from Bybit, February 2025");
    object.put(
        "description",
        "About 1.5 billion US dollars in ether taken from an exchange's cold wallet on"
            + " 21 February 2025; the FBI names the actors TraderTraitor.");
    object.put("aliases", List.of("TraderTraitor"));
    object.put("first_seen", "2025-02-21T00:00:00.000Z");
    object.put("external_references", reference());
    return marked(object);
  }

  /** Says nothing but the address: what Korea claims about it is in the indicator. */
  private static Map<String, Object> wallet(String value) {
    var id = StixIds.observable(WALLET, "{\"value\":\"" + value + "\"}");
    var object = object(WALLET, id);
    object.put("value", value);
    object.put("extensions", Map.of(WALLET_EXTENSION, Map.of("extension_type", "new-sco")));
    return marked(object);
  }

  private static Map<String, Object> indicator(String id, String value) {
    var object = statement(object("indicator", id));
    object.put("name", "Laundering address " + value);
    object.put("indicator_types", List.of("malicious-activity", "attribution"));
    object.put("pattern", "[" + WALLET + ":value = '" + value + "']");
    object.put("pattern_type", "stix");
    object.put("pattern_version", "2.1");
    object.put("valid_from", "2025-02-26T00:00:00.000Z");
    object.put("confidence", 90);
    object.put("external_references", reference());
    return marked(object);
  }

  private Map<String, Object> indicates(String indicator) {
    var object = statement(object("relationship", ids.statement("relationship")));
    object.put("relationship_type", "indicates");
    object.put("source_ref", indicator);
    object.put("target_ref", campaign);
    return marked(object);
  }

  private static List<Map<String, Object>> reference() {
    var reference = new LinkedHashMap<String, Object>();
    reference.put("source_name", "FBI IC3");
    reference.put("external_id", "I-022625-PSA");
    reference.put("url", "https://www.ic3.gov/PSA/2025/PSA250226");
    return List.of(reference);
  }

  private static Map<String, Object> object(String type, String id) {
    var object = new LinkedHashMap<String, Object>();
    object.put("type", type);
    object.put("spec_version", "2.1");
    object.put("id", id);
    return object;
  }

  private static Map<String, Object> statement(Map<String, Object> object) {
    object.put("created_by_ref", Member.KOREA.identity());
    object.put("created", WRITTEN);
    object.put("modified", WRITTEN);
    return object;
  }

  private static Map<String, Object> marked(Map<String, Object> object) {
    object.put("object_marking_refs", List.of(AMBER));
    return object;
  }
}
