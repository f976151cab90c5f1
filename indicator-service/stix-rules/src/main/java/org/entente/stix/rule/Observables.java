package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.BINARY;
import static org.entente.stix.rule.Kinds.BOOLEAN;
import static org.entente.stix.rule.Kinds.COUNT;
import static org.entente.stix.rule.Kinds.HEX;
import static org.entente.stix.rule.Kinds.INTEGER;
import static org.entente.stix.rule.Kinds.PORT;
import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Kinds.TIMESTAMP;
import static org.entente.stix.rule.Kinds.dictionary;
import static org.entente.stix.rule.Kinds.form;
import static org.entente.stix.rule.Kinds.list;
import static org.entente.stix.rule.Kinds.nested;
import static org.entente.stix.rule.Kinds.oneOf;
import static org.entente.stix.rule.Kinds.open;
import static org.entente.stix.rule.ObjectType.observable;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.required;
import static org.entente.stix.rule.References.ref;
import static org.entente.stix.rule.References.refs;

import java.util.List;

/// STIX cyber-observable objects (STIX 2.1 §6), without the common properties; after each, the
/// properties that make its identifier (§2.9).
final class Observables {
  private static final Shape ARTIFACT =
      Shape.of(
              "artifact",
              "§6.1",
              optional("mime_type", TEXT),
              optional("payload_bin", BINARY),
              optional("url", Kinds.URL),
              optional("hashes", Hashes.KIND),
              optional("encryption_algorithm", oneOf(Vocabularies.ENCRYPTION_ALGORITHM)),
              optional("decryption_key", TEXT))
          .where(
              Constraint.oneOf("payload_bin", "url"),
              Constraint.needs("url", "hashes"),
              Constraint.needs("decryption_key", "encryption_algorithm"));

  private static final Shape AUTONOMOUS_SYSTEM =
      Shape.of(
          "autonomous-system",
          "§6.2",
          required("number", INTEGER),
          optional("name", TEXT),
          optional("rir", TEXT));

  private static final Shape DIRECTORY =
      Shape.of(
          "directory",
          "§6.3",
          required("path", TEXT),
          optional("path_enc", Kinds.CHARSET),
          optional("ctime", TIMESTAMP),
          optional("mtime", TIMESTAMP),
          optional("atime", TIMESTAMP),
          optional("contains_refs", refs("file", "directory")));

  private static final Shape DOMAIN_NAME =
      Shape.of(
          "domain-name",
          "§6.4",
          required("value", form("domain name", Formats::isDomain)),
          optional("resolves_to_refs", refs("ipv4-addr", "ipv6-addr", "domain-name")));

  private static final Shape EMAIL_ADDR =
      Shape.of(
          "email-addr",
          "§6.5",
          required("value", form("e-mail address", Formats::isEmail)),
          optional("display_name", TEXT),
          optional("belongs_to_ref", ref("user-account")));

  private static final Shape MIME_PART =
      Shape.of(
              "email-mime-part-type",
              "§6.6.2",
              optional("body", TEXT),
              optional("body_raw_ref", ref("artifact", "file")),
              optional("content_type", TEXT),
              optional("content_disposition", TEXT))
          .where(Constraint.anyOf("body", "body_raw_ref"));

  private static final Shape EMAIL_MESSAGE =
      Shape.of(
              "email-message",
              "§6.6",
              required("is_multipart", BOOLEAN),
              optional("date", TIMESTAMP),
              optional("content_type", TEXT),
              optional("from_ref", ref("email-addr")),
              optional("sender_ref", ref("email-addr")),
              optional("to_refs", refs("email-addr")),
              optional("cc_refs", refs("email-addr")),
              optional("bcc_refs", refs("email-addr")),
              optional("message_id", TEXT),
              optional("subject", Kinds.HEADER),
              optional("received_lines", list(TEXT)),
              optional("additional_header_fields", dictionary(list(Kinds.HEADER))),
              optional("body", TEXT),
              optional("body_multipart", list(nested(MIME_PART))),
              optional("raw_email_ref", ref("artifact")))
          .where(Clauses.MULTIPART);

  private static final Shape FILE =
      Shape.of(
              "file",
              "§6.7",
              optional("hashes", Hashes.KIND),
              optional("size", COUNT),
              optional("name", TEXT),
              optional("name_enc", Kinds.CHARSET),
              optional("magic_number_hex", HEX),
              optional("mime_type", TEXT),
              optional("ctime", TIMESTAMP),
              optional("mtime", TIMESTAMP),
              optional("atime", TIMESTAMP),
              optional("parent_directory_ref", ref("directory")),
              optional("contains_refs", refs(Target.SCO)),
              optional("content_ref", ref("artifact")))
          .where(Constraint.anyOf("hashes", "name"));

  private static final Shape IPV4_ADDR =
      Shape.of(
          "ipv4-addr",
          "§6.8",
          required("value", form("IPv4 address or CIDR range", IpAddresses::isV4)),
          optional("resolves_to_refs", refs("mac-addr")),
          optional("belongs_to_refs", refs("autonomous-system")));

  private static final Shape IPV6_ADDR =
      Shape.of(
          "ipv6-addr",
          "§6.9",
          required("value", form("IPv6 address or CIDR range", IpAddresses::isV6)),
          optional("resolves_to_refs", refs("mac-addr")),
          optional("belongs_to_refs", refs("autonomous-system")));

  private static final Shape MAC_ADDR =
      Shape.of(
          "mac-addr",
          "§6.10",
          required("value", form("MAC address in lower case with colons", Formats::isMac)));

  private static final Shape MUTEX = Shape.of("mutex", "§6.11", required("name", TEXT));

  private static final Shape NETWORK_TRAFFIC =
      Shape.of(
              "network-traffic",
              "§6.12",
              optional("start", TIMESTAMP),
              optional("end", TIMESTAMP),
              optional("is_active", BOOLEAN),
              optional("src_ref", ref("ipv4-addr", "ipv6-addr", "mac-addr", "domain-name")),
              optional("dst_ref", ref("ipv4-addr", "ipv6-addr", "mac-addr", "domain-name")),
              optional("src_port", PORT),
              optional("dst_port", PORT),
              required("protocols", list(TEXT)),
              optional("src_byte_count", COUNT),
              optional("dst_byte_count", COUNT),
              optional("src_packets", COUNT),
              optional("dst_packets", COUNT),
              optional("ipfix", dictionary(PredefinedExtensions.TEXT_OR_INTEGER)),
              optional("src_payload_ref", ref("artifact")),
              optional("dst_payload_ref", ref("artifact")),
              optional("encapsulates_refs", refs("network-traffic")),
              optional("encapsulated_by_ref", ref("network-traffic")))
          .where(
              Constraint.anyOf("src_ref", "dst_ref"),
              Constraint.order("start", "end"),
              Clauses.ENDED);

  private static final Shape PROCESS =
      Shape.of(
              "process",
              "§6.13",
              optional("is_hidden", BOOLEAN),
              optional("pid", INTEGER),
              optional("created_time", TIMESTAMP),
              optional("cwd", TEXT),
              optional("command_line", TEXT),
              optional("environment_variables", dictionary(TEXT)),
              optional("opened_connection_refs", refs("network-traffic")),
              optional("creator_user_ref", ref("user-account")),
              optional("image_ref", ref("file")),
              optional("parent_ref", ref("process")),
              optional("child_refs", refs("process")))
          .notEmpty("extensions");

  private static final Shape SOFTWARE =
      Shape.of(
          "software",
          "§6.14",
          required("name", TEXT),
          optional("cpe", form("CPE 2.3 name", Formats::isCpe)),
          optional("swid", TEXT),
          optional("languages", list(Kinds.LANGUAGE)),
          optional("vendor", TEXT),
          optional("version", TEXT));

  private static final Shape URL = Shape.of("url", "§6.15", required("value", Kinds.URL));

  private static final Shape USER_ACCOUNT =
      Shape.of(
              "user-account",
              "§6.16",
              optional("user_id", TEXT),
              optional("credential", TEXT),
              optional("account_login", TEXT),
              optional("account_type", open(Vocabularies.ACCOUNT_TYPE)),
              optional("display_name", TEXT),
              optional("is_service_account", BOOLEAN),
              optional("is_privileged", BOOLEAN),
              optional("can_escalate_privs", BOOLEAN),
              optional("is_disabled", BOOLEAN),
              optional("account_created", TIMESTAMP),
              optional("account_expires", TIMESTAMP),
              optional("credential_last_changed", TIMESTAMP),
              optional("account_first_login", TIMESTAMP),
              optional("account_last_login", TIMESTAMP))
          .notEmpty("extensions");

  static final List<ObjectType> ALL =
      List.of(
          observable(ARTIFACT, "hashes", "payload_bin"),
          observable(AUTONOMOUS_SYSTEM, "number"),
          observable(DIRECTORY, "path"),
          observable(DOMAIN_NAME, "value"),
          observable(EMAIL_ADDR, "value"),
          observable(EMAIL_MESSAGE, "from_ref", "subject", "body"),
          observable(FILE, "hashes", "name", "extensions", "parent_directory_ref"),
          observable(IPV4_ADDR, "value"),
          observable(IPV6_ADDR, "value"),
          observable(MAC_ADDR, "value"),
          observable(MUTEX, "name"),
          observable(
              NETWORK_TRAFFIC,
              "start",
              "end",
              "src_ref",
              "dst_ref",
              "src_port",
              "dst_port",
              "protocols",
              "extensions"),
          observable(PROCESS),
          observable(SOFTWARE, "name", "cpe", "swid", "vendor", "version"),
          observable(URL, "value"),
          observable(USER_ACCOUNT, "account_type", "user_id", "account_login"),
          observable(WindowsAndCertificates.REGISTRY_KEY, "key", "values"),
          observable(WindowsAndCertificates.CERTIFICATE, "hashes", "serial_number"));

  private Observables() {}
}
