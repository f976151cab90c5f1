package org.entente.stix.marking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a reader may pass an object on to somebody it was not released to, from the most to the
/// least. Carried and shown; it binds the reader, not this software.
public enum OnwardRelease {
  PERMITTED,
  ORIGINATOR_CONSENT,
  PROHIBITED;

  /// Its word in the releasability extension.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The value of the extension's `onward_release`; empty for an unknown word.
  public static Optional<OnwardRelease> ofLabel(String label) {
    return Arrays.stream(values()).filter(value -> value.label().equals(label)).findFirst();
  }

  /// The stricter of the two.
  public OnwardRelease atLeast(OnwardRelease other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
