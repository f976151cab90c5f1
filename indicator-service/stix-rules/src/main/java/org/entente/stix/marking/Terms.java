package org.entente.stix.marking;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// The terms of one object, or of one marking-definition: everything its markings say together.
///
/// @param tlp the strictest level named, whether for the whole object or for a part of it
/// @param pap the strictest level named
/// @param releasability every one of them must admit a reader
/// @param unknown markings that nobody here has or can read; nobody may see an object under terms
///   nobody here can read
public record Terms(
    Optional<Tlp> tlp, Optional<Pap> pap, List<Releasability> releasability, List<String> unknown) {

  /// Nothing said.
  public static final Terms NONE =
      new Terms(Optional.empty(), Optional.empty(), List.of(), List.of());

  public Terms {
    releasability = List.copyOf(releasability);
    unknown = List.copyOf(unknown);
  }

  /// A level and nothing else.
  public static Terms of(Tlp tlp) {
    return new Terms(Optional.of(tlp), Optional.empty(), List.of(), List.of());
  }

  /// Permissible actions and nothing else.
  public static Terms of(Pap pap) {
    return new Terms(Optional.empty(), Optional.of(pap), List.of(), List.of());
  }

  /// Releasability and nothing else.
  public static Terms of(Releasability releasability) {
    return new Terms(Optional.empty(), Optional.empty(), List.of(releasability), List.of());
  }

  /// Terms that cannot be read.
  ///
  /// @param marking id of the marking-definition or extension
  public static Terms unknown(String marking) {
    return new Terms(Optional.empty(), Optional.empty(), List.of(), List.of(marking));
  }

  /// Both together: the stricter level of each axis, and every restriction.
  public Terms and(Terms other) {
    return new Terms(
        stricter(tlp, other.tlp, Tlp::atLeast),
        stricter(pap, other.pap, Pap::atLeast),
        concat(releasability, other.releasability),
        concat(unknown, other.unknown));
  }

  /// What a reader may do with it: the strictest of what is said, nothing said being permitted.
  public OnwardRelease onward() {
    return releasability.stream()
        .map(Releasability::onward)
        .reduce(OnwardRelease.PERMITTED, OnwardRelease::atLeast);
  }

  /// Whether the originator must be asked.
  public boolean originatorControl() {
    return releasability.stream().anyMatch(Releasability::originatorControl);
  }

  private static <T> Optional<T> stricter(
      Optional<T> one, Optional<T> other, BinaryOperator<T> stricter) {
    return Stream.concat(one.stream(), other.stream()).reduce(stricter);
  }

  private static <T> List<T> concat(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
