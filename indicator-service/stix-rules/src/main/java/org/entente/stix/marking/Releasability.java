package org.entente.stix.marking;

import java.util.Set;

/// What our releasability extension says, on an object or on a marking-definition it refers to.
///
/// @param releasableTo nobody else may see the object; empty: nobody at all
/// @param onward what a reader may do
/// @param originatorControl whether the originator must be asked before any use it did not foresee
public record Releasability(
    Set<Recipient> releasableTo, OnwardRelease onward, boolean originatorControl) {

  /// The extension-definition published under `indicator-service/contract/extensions`.
  public static final String EXTENSION =
      "extension-definition--b893fbc6-4069-4266-8691-38b22b0fd28c";

  public Releasability {
    releasableTo = Set.copyOf(releasableTo);
  }
}
