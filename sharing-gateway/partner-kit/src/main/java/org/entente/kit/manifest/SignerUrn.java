package org.entente.kit.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signer of a partner: {@code urn:entente:signer:<partner>:<name>}, as its certificate says. */
public record SignerUrn(PartnerId partner, String name) {

  private static final Pattern FORM =
      Pattern.compile("urn:entente:signer:([a-z][a-z0-9-]{1,31}):([A-Za-z0-9._-]{1,64})");

  /** The signer named by {@code urn}, or empty when it is no signer URN. */
  public static Optional<SignerUrn> of(String urn) {
    Matcher match = FORM.matcher(urn);
    return match.matches()
        ? Optional.of(new SignerUrn(new PartnerId(match.group(1)), match.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "urn:entente:signer:" + partner + ":" + name;
  }
}
