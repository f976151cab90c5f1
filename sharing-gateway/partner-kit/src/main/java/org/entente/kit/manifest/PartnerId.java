package org.entente.kit.manifest;

import java.util.Optional;
import java.util.regex.Pattern;

/** A partner's short name, {@code kr} or {@code eu}: {@code [a-z][a-z0-9-]{1,31}}. */
public record PartnerId(String value) {

  private static final String URN = "urn:entente:partner:";
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  /** Refuses anything that is not a partner id with an {@link IllegalArgumentException}. */
  public PartnerId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A partner id is a letter and 1 to 31 of a-z, 0-9, -");
    }
  }

  /** The partner named by {@code urn:entente:partner:<id>}, or empty when it is no such URN. */
  public static Optional<PartnerId> ofUrn(String urn) {
    return urn.startsWith(URN) ? of(urn.substring(URN.length())) : Optional.empty();
  }

  static Optional<PartnerId> of(String value) {
    return FORM.matcher(value).matches() ? Optional.of(new PartnerId(value)) : Optional.empty();
  }

  /** {@code urn:entente:partner:<id>}, the form used in claims. */
  public String urn() {
    return URN + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
