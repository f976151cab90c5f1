package org.entente.indicator.stix;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text properties the exchange reads; all others stay in the object's bytes.
public enum Property {
  TYPE,
  ID,
  SPEC_VERSION,
  CREATED,
  MODIFIED,
  CREATED_BY_REF;

  private static final Map<String, Property> BY_KEY =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Property::key, Function.identity()));

  private final String key = name().toLowerCase(Locale.ROOT);

  /// The property's name in STIX.
  public String key() {
    return key;
  }

  /// The property of that name, if the exchange reads it.
  public static Optional<Property> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
