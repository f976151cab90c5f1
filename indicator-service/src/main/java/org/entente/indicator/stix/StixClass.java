package org.entente.indicator.stix;

import java.util.Set;

/// How an object is versioned and which common properties it needs (STIX 2.1 §3.2, §3.6).
public enum StixClass {
  /// SDO, SRO, language-content, extension-definition: (id, modified) is a version.
  VERSIONED,
  /// Cyber observables: no versions.
  OBSERVABLE,
  /// Marking-definitions: immutable.
  MARKING;

  private static final Set<String> OBSERVABLES =
      Set.of(
          "artifact",
          "autonomous-system",
          "directory",
          "domain-name",
          "email-addr",
          "email-message",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "mac-addr",
          "mutex",
          "network-traffic",
          "process",
          "software",
          "url",
          "user-account",
          "windows-registry-key",
          "x509-certificate");

  private static final Set<String> DOMAIN =
      Set.of(
          "attack-pattern",
          "campaign",
          "course-of-action",
          "grouping",
          "identity",
          "incident",
          "indicator",
          "infrastructure",
          "intrusion-set",
          "location",
          "malware",
          "malware-analysis",
          "note",
          "observed-data",
          "opinion",
          "report",
          "threat-actor",
          "tool",
          "vulnerability",
          "relationship",
          "sighting",
          "language-content",
          "extension-definition");

  /// The class of an object. A type STIX does not define (STIX 2.1 §7.3) counts as versioned as
  /// soon as it carries `created` or `modified`, which no observable may.
  public static StixClass of(String type, boolean dated) {
    if (type.equals("marking-definition")) {
      return MARKING;
    }
    if (DOMAIN.contains(type)) {
      return VERSIONED;
    }
    return OBSERVABLES.contains(type) || !dated ? OBSERVABLE : VERSIONED;
  }
}
