package org.entente.stix.marking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom an object is addressed to: a partner as a whole, one of its agencies, or one named role at
/// an agency.
///
/// @param role only together with an agency
public record Recipient(String partner, Optional<String> agency, Optional<String> role) {

  private static final String NAME = "[a-z][a-z0-9-]{1,31}";
  private static final Pattern PART = Pattern.compile(NAME);
  private static final Pattern PARTNER = Pattern.compile("urn:entente:partner:(" + NAME + ")");
  private static final Pattern AGENCY =
      Pattern.compile("urn:entente:agency:(" + NAME + "):(" + NAME + ")");
  private static final Pattern ROLE =
      Pattern.compile("urn:entente:role:(" + NAME + "):(" + NAME + "):(" + NAME + ")");

  public Recipient {
    if (role.isPresent() && agency.isEmpty()) {
      throw new IllegalArgumentException("a role belongs to an agency");
    }
  }

  /// A whole partner.
  public static Recipient partner(String partner) {
    return new Recipient(partner, Optional.empty(), Optional.empty());
  }

  /// An agency, with every role at it.
  public static Recipient agency(String partner, String agency) {
    return new Recipient(partner, Optional.of(agency), Optional.empty());
  }

  /// One role at an agency.
  public static Recipient role(String partner, String agency, String role) {
    return new Recipient(partner, Optional.of(agency), Optional.of(role));
  }

  /// Reads `urn:entente:partner:eu`, `urn:entente:agency:eu:cert-eu` or
  /// `urn:entente:role:eu:cert-eu:liaison`; empty for anything else.
  public static Optional<Recipient> ofUrn(String urn) {
    var partner = PARTNER.matcher(urn);
    if (partner.matches()) {
      return Optional.of(partner(partner.group(1)));
    }
    var agency = AGENCY.matcher(urn);
    if (agency.matches()) {
      return Optional.of(agency(agency.group(1), agency.group(2)));
    }
    var role = ROLE.matcher(urn);
    return role.matches()
        ? Optional.of(role(role.group(1), role.group(2), role.group(3)))
        : Optional.empty();
  }

  /// Reads `eu`, `eu/cert-eu` or `eu/cert-eu/liaison`; empty for anything else.
  public static Optional<Recipient> ofName(String name) {
    var parts = List.of(name.split("/", -1));
    if (!parts.stream().allMatch(part -> PART.matcher(part).matches())) {
      return Optional.empty();
    }
    return switch (parts.size()) {
      case 1 -> Optional.of(partner(parts.getFirst()));
      case 2 -> Optional.of(agency(parts.getFirst(), parts.getLast()));
      case 3 -> Optional.of(role(parts.getFirst(), parts.get(1), parts.getLast()));
      default -> Optional.empty();
    };
  }

  /// The short form: `eu/cert-eu/liaison`.
  public String name() {
    return Stream.of(Optional.of(partner), agency, role)
        .flatMap(Optional::stream)
        .collect(Collectors.joining("/"));
  }

  /// The form `ofUrn` reads.
  public String urn() {
    if (agency.isEmpty()) {
      return "urn:entente:partner:" + partner;
    }
    var place = partner + ":" + agency.get();
    return role.map(name -> "urn:entente:role:" + place + ":" + name)
        .orElse("urn:entente:agency:" + place);
  }
}
