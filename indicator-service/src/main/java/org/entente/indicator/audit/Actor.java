package org.entente.indicator.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Who acts, through which connection and for what, as the gateway established it.
///
/// @param partner partner id, `-` when unknown
/// @param request the request's id, given by the gateway
/// @param texts everything else
public record Actor(String partner, UUID request, Map<Trait, String> texts) {
  /// What is written when something is not known.
  public static final String UNKNOWN = "-";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,15}");
  private static final Pattern PARTNER = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  public Actor {
    texts = Map.copyOf(texts);
    boolean known = PARTNER.matcher(partner).matches();
    if (!known && !partner.equals(UNKNOWN)) {
      throw new IllegalArgumentException("no partner id");
    }
  }

  /// Somebody of whom only the address is known.
  public static Actor unknown(UUID request, Map<Trait, String> texts) {
    return new Actor(UNKNOWN, request, texts);
  }

  /// Where the caller reads from, as the gateway has it: `eu`, `eu/cert-eu`, `eu/cert-eu/liaison`.
  public String place() {
    return unit().map(unit -> partner + "/" + unit).orElse(partner);
  }

  /// The part of the partner the caller belongs to: an agency, or a role at one.
  public Optional<String> unit() {
    return texts.containsKey(Trait.ROLE)
        ? Optional.of(text(Trait.AGENCY) + "/" + text(Trait.ROLE))
        : Optional.ofNullable(texts.get(Trait.AGENCY));
  }

  /// The same without one of its texts.
  public Actor without(Trait trait) {
    Map<Trait, String> fewer = new EnumMap<>(Trait.class);
    fewer.putAll(texts);
    fewer.remove(trait);
    return new Actor(partner, request, fewer);
  }

  /// A text, `-` when absent.
  public String text(Trait trait) {
    return texts.getOrDefault(trait, UNKNOWN);
  }

  /// The client's own number of the request, if it gave one.
  public Optional<String> number() {
    return Optional.ofNullable(texts.get(Trait.CLIENT_SEQ))
        .filter(text -> NUMBER.matcher(text).matches());
  }

  /// Digest of the statement that gives the number.
  public Optional<String> numberedBy() {
    return Optional.ofNullable(texts.get(Trait.CLIENT_SEQ_SHA256));
  }

  /// On what ground the client asks or sends, if it is known.
  Optional<String> legalBasis() {
    return Optional.ofNullable(texts.get(Trait.LEGAL_BASIS));
  }

  /// What the access is for, if anything was said.
  public Optional<String> purpose() {
    return Optional.ofNullable(texts.get(Trait.PURPOSE));
  }
}
