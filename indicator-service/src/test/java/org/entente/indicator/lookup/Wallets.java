package org.entente.indicator.lookup;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.entente.indicator.exchange.Stix;
import org.entente.stix.marking.Releasability;

/// Wallets and what is said about them.
final class Wallets {
  private Wallets() {}

  static String indicator(String address, String marking, String more) {
    return matching("[cryptocurrency-wallet:value = '" + address + "']", marking, more);
  }

  static String matching(String pattern, String marking, String more) {
    return Stix.indicator(Stix.id("indicator"), "2026-11-01T00:00:00.000Z", marking, more)
        .replace("[url:value = 'https://a.example/']", pattern);
  }

  static String version(String id, String modified, String address, String marking) {
    return Stix.indicator(id, modified, marking, "")
        .replace(
            "[url:value = 'https://a.example/']",
            "[cryptocurrency-wallet:value = '" + address + "']");
  }

  /// Releasable to one agency of Japan's, which must ask before it passes anything on.
  static String definition(String id) {
    return """
    {"type":"marking-definition","id":"%s","spec_version":"2.1",
    "created":"2026-11-01T00:00:00.000Z","object_marking_refs":["%s"],
    "created_by_ref":"identity--3c8b1f52-6d0e-4a7b-9e41-5f2a7c9d8e10",
    "extensions":{"%s":{"extension_type":"property-extension",
    "releasable_to":["urn:entente:agency:jp:npa"],"onward_release":"originator-consent",
    "originator_control":true}}}\
    """
        .formatted(id, Stix.GREEN, Releasability.EXTENSION);
  }

  static String sighting(String of) {
    return sdo("sighting", "\"sighting_of_ref\":\"" + of + "\",\"count\":2");
  }

  static String opinion(String on) {
    return sdo("opinion", "\"opinion\":\"strongly-disagree\",\"object_refs\":[\"" + on + "\"]");
  }

  private static String sdo(String type, String members) {
    return """
    {"type":"%s","id":"%s","spec_version":"2.1","created":"2026-11-03T00:00:00.000Z",
    "modified":"2026-11-03T00:00:00.000Z","object_marking_refs":["%s"],
    "created_by_ref":"identity--3c8b1f52-6d0e-4a7b-9e41-5f2a7c9d8e10",%s}\
    """
        .formatted(type, Stix.id(type), Stix.GREEN, members);
  }

  static String fresh() {
    byte[] account = new byte[20];
    new SecureRandom().nextBytes(account);
    return "0x" + HexFormat.of().formatHex(account);
  }
}
