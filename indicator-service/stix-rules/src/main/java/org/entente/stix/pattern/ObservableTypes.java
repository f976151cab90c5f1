package org.entente.stix.pattern;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The observables of section 6 and the two for cryptocurrency, with the kind of value of each
/// property. What is not marked is a string; references, dictionaries and lists of objects are
/// [Kind#STRUCTURE].
final class ObservableTypes {

  /// What a constant can be compared with (section 9.2).
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    TIME,
    OCTETS,
    STRUCTURE
  }

  private static final String COMMON =
      " type id spec_version object_marking_refs=s granular_markings=s defanged=b extensions=s";

  // n number, b boolean, t timestamp, o octets, s structure
  private static final String TABLE =
      """
      artifact: mime_type payload_bin=o url hashes=s encryption_algorithm decryption_key
      autonomous-system: number=n name rir
      directory: path path_enc ctime=t mtime=t atime=t contains_refs=s
      domain-name: value resolves_to_refs=s
      email-addr: value display_name belongs_to_ref=s
      email-message: is_multipart=b date=t content_type from_ref=s sender_ref=s to_refs=s \
      cc_refs=s bcc_refs=s message_id subject received_lines additional_header_fields=s body \
      body_multipart=s raw_email_ref=s
      file: hashes=s size=n name name_enc magic_number_hex=o mime_type ctime=t mtime=t atime=t \
      parent_directory_ref=s contains_refs=s content_ref=s
      ipv4-addr: value resolves_to_refs=s belongs_to_refs=s
      ipv6-addr: value resolves_to_refs=s belongs_to_refs=s
      mac-addr: value
      mutex: name
      network-traffic: start=t end=t is_active=b src_ref=s dst_ref=s src_port=n dst_port=n \
      protocols src_byte_count=n dst_byte_count=n src_packets=n dst_packets=n ipfix=s \
      src_payload_ref=s dst_payload_ref=s encapsulates_refs=s encapsulated_by_ref=s
      process: is_hidden=b pid=n created_time=t cwd command_line environment_variables=s \
      opened_connection_refs=s creator_user_ref=s image_ref=s parent_ref=s child_refs=s
      software: name cpe swid languages vendor version
      url: value
      user-account: user_id credential account_login account_type display_name \
      is_service_account=b is_privileged=b can_escalate_privs=b is_disabled=b account_created=t \
      account_expires=t credential_last_changed=t account_first_login=t account_last_login=t
      windows-registry-key: key values=s modified_time=t creator_user_ref=s number_of_subkeys=n
      x509-certificate: is_self_signed=b hashes=s version serial_number signature_algorithm issuer \
      validity_not_before=t validity_not_after=t subject subject_public_key_algorithm \
      subject_public_key_modulus subject_public_key_exponent=n x509_v3_extensions=s
      cryptocurrency-wallet: value holder_ref=s
      cryptocurrency-transaction: symbol value fee=n execution_time=t input=s output=s
      """;

  private static final Map<String, Map<String, Kind>> TYPES = read();

  private ObservableTypes() {}

  static boolean known(String type) {
    return TYPES.containsKey(type);
  }

  /// The kind of a property; empty for an unknown type or property.
  static Optional<Kind> kind(String type, String property) {
    return Optional.ofNullable(TYPES.getOrDefault(type, Map.of()).get(property));
  }

  private static Map<String, Map<String, Kind>> read() {
    var types = new HashMap<String, Map<String, Kind>>();
    TABLE
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(line -> types.put(line[0], properties(line[1] + COMMON)));
    return Map.copyOf(types);
  }

  private static Map<String, Kind> properties(String line) {
    var kinds = new HashMap<String, Kind>();
    for (var entry : line.split(" ", -1)) {
      int mark = entry.indexOf('=');
      kinds.put(mark < 0 ? entry : entry.substring(0, mark), kind(entry, mark));
    }
    return Map.copyOf(kinds);
  }

  private static Kind kind(String entry, int mark) {
    if (mark < 0) {
      return Kind.TEXT;
    }
    return switch (entry.charAt(mark + 1)) {
      case 'n' -> Kind.NUMBER;
      case 'b' -> Kind.TRUTH;
      case 't' -> Kind.TIME;
      case 'o' -> Kind.OCTETS;
      default -> Kind.STRUCTURE;
    };
  }
}
