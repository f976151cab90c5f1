package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.BOOLEAN;
import static org.entente.stix.rule.Kinds.COUNT;
import static org.entente.stix.rule.Kinds.FLOAT;
import static org.entente.stix.rule.Kinds.HEX;
import static org.entente.stix.rule.Kinds.INTEGER;
import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Kinds.dictionary;
import static org.entente.stix.rule.Kinds.list;
import static org.entente.stix.rule.Kinds.nested;
import static org.entente.stix.rule.Kinds.oneOf;
import static org.entente.stix.rule.Kinds.open;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.optionals;
import static org.entente.stix.rule.Property.required;
import static org.entente.stix.rule.References.ref;
import static org.entente.stix.rule.References.refs;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonText;

/// Extensions the standard defines for its observables (STIX 2.1 §6.7, §6.12, §6.13, §6.16).
final class PredefinedExtensions {
  static final Kind TEXT_OR_INTEGER =
      Kinds.kind(
          "string or integer",
          (value, check) -> {
            boolean good =
                value instanceof JsonText
                    || (value instanceof JsonNumber number && number.isInteger());
            if (!good) {
              check.wrong(value, "text or a whole number");
            }
          });

  private static final Pattern SOCKET_OPTION =
      Pattern.compile("(?:SO|ICMP|ICMP6|IP|IPV6|MCAST|TCP|IRLMP)_[A-Za-z0-9_-]{1,200}");

  private static final Shape ARCHIVE =
      Shape.of(
              "archive-ext",
              "§6.7.2",
              required("contains_refs", refs("file", "directory")),
              optional("comment", TEXT))
          .where(Clauses.FILE_INSIDE);

  private static final Shape ALTERNATE_DATA_STREAM =
      Shape.of(
          "alternate-data-stream-type",
          "§6.7.3.2",
          required("name", TEXT),
          optional("hashes", Hashes.KIND),
          optional("size", COUNT));

  private static final Shape NTFS =
      Shape.of(
              "ntfs-ext",
              "§6.7.3",
              optional("sid", TEXT),
              optional("alternate_data_streams", list(nested(ALTERNATE_DATA_STREAM))))
          .notEmpty();

  private static final Shape PDF =
      Shape.of(
              "pdf-ext",
              "§6.7.4",
              optional("version", TEXT),
              optional("is_optimized", BOOLEAN),
              optional("document_info_dict", dictionary(TEXT)),
              optional("pdfid0", TEXT),
              optional("pdfid1", TEXT))
          .notEmpty();

  private static final Shape RASTER_IMAGE =
      Shape.of(
              "raster-image-ext",
              "§6.7.5",
              optional("image_height", INTEGER),
              optional("image_width", INTEGER),
              optional("bits_per_pixel", INTEGER),
              optional("exif_tags", dictionary(TEXT_OR_INTEGER)))
          .notEmpty();

  private static final Shape PE_OPTIONAL_HEADER =
      Shape.of("windows-pe-optional-header-type", "§6.7.6.2", optional("hashes", Hashes.KIND))
          .with(
              optionals(
                  """
                  magic_hex win32_version_value_hex checksum_hex subsystem_hex
                  dll_characteristics_hex loader_flags_hex\
                  """,
                  HEX))
          .with(
              optionals(
                  """
                  major_linker_version minor_linker_version address_of_entry_point base_of_code
                  base_of_data image_base section_alignment file_alignment major_os_version
                  minor_os_version major_image_version minor_image_version
                  major_subsystem_version minor_subsystem_version number_of_rva_and_sizes\
                  """,
                  INTEGER))
          .with(
              optionals(
                  """
                  size_of_code size_of_initialized_data size_of_uninitialized_data size_of_image
                  size_of_headers size_of_stack_reserve size_of_stack_commit
                  size_of_heap_reserve size_of_heap_commit\
                  """,
                  COUNT))
          .notEmpty();

  private static final Shape PE_SECTION =
      Shape.of(
          "windows-pe-section-type",
          "§6.7.6.3",
          required("name", TEXT),
          optional("size", COUNT),
          optional("entropy", FLOAT),
          optional("hashes", Hashes.KIND));

  private static final Shape PE_BINARY =
      Shape.of(
              "windows-pebinary-ext",
              "§6.7.6",
              required("pe_type", open(Vocabularies.WINDOWS_PEBINARY_TYPE)),
              optional("imphash", TEXT),
              optional("machine_hex", HEX),
              optional("number_of_sections", COUNT),
              optional("time_date_stamp", Kinds.SECOND),
              optional("pointer_to_symbol_table_hex", HEX),
              optional("number_of_symbols", COUNT),
              optional("size_of_optional_header", COUNT),
              optional("characteristics_hex", HEX),
              optional("file_header_hashes", Hashes.KIND),
              optional("optional_header", nested(PE_OPTIONAL_HEADER)),
              optional("sections", list(nested(PE_SECTION))))
          .saysMoreThan("pe_type");

  private static final Shape HTTP_REQUEST =
      Shape.of(
          "http-request-ext",
          "§6.12.2",
          required("request_method", TEXT),
          required("request_value", TEXT),
          optional("request_version", TEXT),
          optional("request_header", dictionary(list(TEXT))),
          optional("message_body_length", INTEGER),
          optional("message_body_data_ref", ref("artifact")));

  private static final Shape ICMP =
      Shape.of(
          "icmp-ext", "§6.12.3", required("icmp_type_hex", HEX), required("icmp_code_hex", HEX));

  private static final Shape SOCKET =
      Shape.of(
          "socket-ext",
          "§6.12.4",
          required("address_family", oneOf(Vocabularies.SOCKET_ADDRESS_FAMILY)),
          optional("is_blocking", BOOLEAN),
          optional("is_listening", BOOLEAN),
          optional(
              "options",
              Kinds.dictionary(
                  "dictionary of socket options", PredefinedExtensions::socketOption, INTEGER)),
          optional("socket_type", oneOf(Vocabularies.SOCKET_TYPE)),
          optional("socket_descriptor", COUNT),
          optional("socket_handle", INTEGER));

  private static final Shape TCP =
      Shape.of("tcp-ext", "§6.12.5", optional("src_flags_hex", HEX), optional("dst_flags_hex", HEX))
          .notEmpty();

  private static final Shape WINDOWS_PROCESS =
      Shape.of(
              "windows-process-ext",
              "§6.13.2",
              optional("aslr_enabled", BOOLEAN),
              optional("dep_enabled", BOOLEAN),
              optional("priority", TEXT),
              optional("owner_sid", TEXT),
              optional("window_title", TEXT),
              optional("startup_info", dictionary(Kinds.ANY)),
              optional("integrity_level", oneOf(Vocabularies.WINDOWS_INTEGRITY_LEVEL)))
          .notEmpty();

  private static final Shape WINDOWS_SERVICE =
      Shape.of(
              "windows-service-ext",
              "§6.13.3",
              optional("service_name", TEXT),
              optional("descriptions", list(TEXT)),
              optional("display_name", TEXT),
              optional("group_name", TEXT),
              optional("start_type", oneOf(Vocabularies.WINDOWS_SERVICE_START_TYPE)),
              optional("service_dll_refs", refs("file")),
              optional("service_type", oneOf(Vocabularies.WINDOWS_SERVICE_TYPE)),
              optional("service_status", oneOf(Vocabularies.WINDOWS_SERVICE_STATUS)))
          .notEmpty();

  private static final Shape UNIX_ACCOUNT =
      Shape.of(
              "unix-account-ext",
              "§6.16.2",
              optional("gid", INTEGER),
              optional("groups", list(TEXT)),
              optional("home_dir", TEXT),
              optional("shell", TEXT))
          .notEmpty();

  static final List<PredefinedExtension> ALL =
      List.of(
          new PredefinedExtension("file", ARCHIVE),
          new PredefinedExtension("file", NTFS),
          new PredefinedExtension("file", PDF),
          new PredefinedExtension("file", RASTER_IMAGE),
          new PredefinedExtension("file", PE_BINARY),
          new PredefinedExtension("network-traffic", HTTP_REQUEST),
          new PredefinedExtension("network-traffic", ICMP),
          new PredefinedExtension("network-traffic", SOCKET),
          new PredefinedExtension("network-traffic", TCP),
          new PredefinedExtension("process", WINDOWS_PROCESS),
          new PredefinedExtension("process", WINDOWS_SERVICE),
          new PredefinedExtension("user-account", UNIX_ACCOUNT));

  private PredefinedExtensions() {}

  private static void socketOption(String key, Check check) {
    Kinds.checkKey(key, check);
    if (!SOCKET_OPTION.matcher(key).matches()) {
      check.report(Rule.STIX_VOCABULARY, Check.quoted(key) + " is no socket option");
    }
  }
}
