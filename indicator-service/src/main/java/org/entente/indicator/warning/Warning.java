package org.entente.indicator.warning;

import java.util.Locale;

/// That a warning list speaks of a key.
///
/// @param list name of the list
/// @param version its version
/// @param category what kind of list: `known-identifier`, `protocol`, `victim`, `false-positive`
/// @param label what the list says of its entry
/// @param entry the key the list has
/// @param match how that entry meets the key at hand
public record Warning(
    String list, String version, String category, String label, String entry, Match match) {

  /// How an entry meets a key.
  public enum Match {
    /// The very thing.
    EXACT,
    /// An address inside a listed network.
    NETWORK,
    /// A name below a listed host: a hint, for the host's customers are not the host.
    CHILD,
    /// A page on a listed host: a hint.
    PAGE;

    /// Its word in answers.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether what it speaks of is not for blocking. Otherwise it may be blocked as it stands, but
  /// never its parent.
  public boolean marks() {
    return match == Match.EXACT || match == Match.NETWORK;
  }

  /// A sentence for people, with list and version.
  public String text() {
    String source = list + " " + version;
    return marks()
        ? "not-for-blocking: " + label + " (warning list " + source + ")"
        : "never widen to " + entry + ": " + label + " (warning list " + source + ")";
  }
}
