package org.entente.stix.rule;

import java.util.Arrays;
import java.util.Optional;

/// How strictly STIX 2.1 is taken.
public enum Profile {
  /// Between governments: what the standard demands, and markings, authors and properties that are
  /// somebody's explicit statement.
  STRICT_GOV("strict-gov"),
  /// What common products write is accepted with a warning where the standard can bear it.
  COMPAT("compat");

  private final String label;

  Profile(String label) {
    this.label = label;
  }

  /// The profile's name in configuration.
  public String label() {
    return label;
  }

  /// The profile of that name.
  public static Optional<Profile> of(String label) {
    return Arrays.stream(values()).filter(profile -> profile.label.equals(label)).findFirst();
  }
}
