package org.entente.stix.pattern;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The types that the reference properties of section 6 lead to.
final class References {

  private static final List<String> HOSTS =
      List.of("ipv4-addr", "ipv6-addr", "mac-addr", "domain-name");
  private static final List<String> ACCOUNT = List.of("user-account");
  private static final List<String> ARTIFACT = List.of("artifact");
  private static final List<String> EMAIL = List.of("email-addr");
  private static final List<String> FILE = List.of("file");
  private static final List<String> PROCESS = List.of("process");
  private static final List<String> TRAFFIC = List.of("network-traffic");

  private static final Map<String, List<String>> TARGETS =
      Map.ofEntries(
          Map.entry("src_ref", HOSTS),
          Map.entry("dst_ref", HOSTS),
          Map.entry("resolves_to_refs", HOSTS),
          Map.entry("from_ref", EMAIL),
          Map.entry("sender_ref", EMAIL),
          Map.entry("to_refs", EMAIL),
          Map.entry("cc_refs", EMAIL),
          Map.entry("bcc_refs", EMAIL),
          Map.entry("belongs_to_ref", ACCOUNT),
          Map.entry("creator_user_ref", ACCOUNT),
          Map.entry("belongs_to_refs", List.of("autonomous-system")),
          Map.entry("image_ref", FILE),
          Map.entry("body_raw_ref", FILE),
          Map.entry("contains_refs", FILE),
          Map.entry("service_dll_refs", FILE),
          Map.entry("parent_directory_ref", List.of("directory")),
          Map.entry("content_ref", ARTIFACT),
          Map.entry("raw_email_ref", ARTIFACT),
          Map.entry("src_payload_ref", ARTIFACT),
          Map.entry("dst_payload_ref", ARTIFACT),
          Map.entry("message_body_data_ref", ARTIFACT),
          Map.entry("opened_connection_refs", TRAFFIC),
          Map.entry("encapsulates_refs", TRAFFIC),
          Map.entry("encapsulated_by_ref", TRAFFIC),
          Map.entry("parent_ref", PROCESS),
          Map.entry("child_refs", PROCESS),
          Map.entry("address_ref", List.of("cryptocurrency-wallet")));

  private static final Pattern IPV4 = Pattern.compile("[0-9./]*\\.[0-9./]*");
  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");

  private References() {}

  /// Whether a property refers to objects, known or not.
  static boolean refers(String property) {
    return property.endsWith("_ref") || property.endsWith("_refs");
  }

  /// The types behind a property; none when it is unknown.
  static List<String> targets(String property) {
    return TARGETS.getOrDefault(property, List.of());
  }

  /// Which of the hosts a value names, by its shape.
  static String host(String value) {
    if (IPV4.matcher(value).matches()) {
      return "ipv4-addr";
    }
    if (MAC.matcher(value).matches()) {
      return "mac-addr";
    }
    return value.indexOf(':') < 0 ? "domain-name" : "ipv6-addr";
  }
}
