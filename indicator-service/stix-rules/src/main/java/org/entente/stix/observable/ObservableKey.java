package org.entente.stix.observable;

import java.util.Optional;
import java.util.regex.Pattern;

/// What is the same thing has the same key, and nothing else has it.
///
/// @param kind what kind of thing
/// @param value its canonical form
public record ObservableKey(Kind kind, String value) {

  private static final Pattern CAIP =
      Pattern.compile("(bip122|eip155|xrpl|solana|monero|tron|slip44):[-_a-zA-Z0-9]{1,32}:.+");

  /// The key as it is stored and compared: `dns:example.org`, `eip155:0:0x…`.
  public String text() {
    return kind.prefix().isEmpty() ? value : kind.prefix() + ":" + value;
  }

  /// Reads a key's text back. Says nothing about whether the value is canonical; empty when the
  /// text begins like no key.
  public static Optional<ObservableKey> parse(String text) {
    if (CAIP.matcher(text).matches()) {
      var kind = text.contains(":tx:") ? Kind.TRANSACTION : Kind.WALLET;
      return Optional.of(new ObservableKey(kind, text));
    }
    int colon = text.indexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    var prefix = text.substring(0, colon);
    for (var kind : Kind.values()) {
      if (kind.prefix().equals(prefix)) {
        return Optional.of(new ObservableKey(kind, text.substring(colon + 1)));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return text();
  }
}
