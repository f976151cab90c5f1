package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.BOOLEAN;
import static org.entente.stix.rule.Kinds.INTEGER;
import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Kinds.TIMESTAMP;
import static org.entente.stix.rule.Kinds.list;
import static org.entente.stix.rule.Kinds.nested;
import static org.entente.stix.rule.Kinds.oneOf;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.optionals;
import static org.entente.stix.rule.References.ref;

/// The two observables with parts of their own (STIX 2.1 §6.17, §6.18).
final class WindowsAndCertificates {
  private static final Shape REGISTRY_VALUE =
      Shape.of(
              "windows-registry-value-type",
              "§6.17.2",
              optional("name", TEXT),
              optional("data", TEXT),
              optional("data_type", oneOf(Vocabularies.WINDOWS_REGISTRY_DATATYPE)))
          .notEmpty();

  static final Shape REGISTRY_KEY =
      Shape.of(
              "windows-registry-key",
              "§6.17",
              optional("key", Kinds.form("key with its hive in full", Formats::isRegistryKey)),
              optional("values", list(nested(REGISTRY_VALUE))),
              optional("modified_time", TIMESTAMP),
              optional("creator_user_ref", ref("user-account")),
              optional("number_of_subkeys", INTEGER))
          .notEmpty();

  private static final Shape X509_V3_EXTENSIONS =
      Shape.of(
              "x509-v3-extensions-type",
              "§6.18.2",
              optional("private_key_usage_period_not_before", TIMESTAMP),
              optional("private_key_usage_period_not_after", TIMESTAMP))
          .with(
              optionals(
                  """
                  basic_constraints name_constraints policy_constraints key_usage
                  extended_key_usage subject_key_identifier authority_key_identifier
                  subject_alternative_name issuer_alternative_name subject_directory_attributes
                  crl_distribution_points inhibit_any_policy certificate_policies
                  policy_mappings\
                  """,
                  TEXT))
          .notEmpty();

  static final Shape CERTIFICATE =
      Shape.of(
              "x509-certificate",
              "§6.18",
              optional("is_self_signed", BOOLEAN),
              optional("hashes", Hashes.KIND),
              optional("version", TEXT),
              optional("serial_number", TEXT),
              optional("signature_algorithm", TEXT),
              optional("issuer", TEXT),
              optional("validity_not_before", TIMESTAMP),
              optional("validity_not_after", TIMESTAMP),
              optional("subject", TEXT),
              optional("subject_public_key_algorithm", TEXT),
              optional("subject_public_key_modulus", TEXT),
              optional("subject_public_key_exponent", INTEGER),
              optional("x509_v3_extensions", nested(X509_V3_EXTENSIONS)))
          .notEmpty();

  private WindowsAndCertificates() {}
}
