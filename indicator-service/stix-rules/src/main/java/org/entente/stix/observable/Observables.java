package org.entente.stix.observable;

import java.text.Normalizer;
import java.util.List;

/// Finds the keys of values. Thread-safe; microseconds each.
public final class Observables {

  /// Longer values are refused before anything looks at them, in characters.
  public static final int LONGEST = 8192;

  private Observables() {}

  /// The keys of a value as STIX content or a comparison of a pattern has it.
  ///
  /// @param type the object's type: `domain-name`
  /// @param path the property below it, quoted or not: `value`, `hashes.'SHA-256'`, `src_ref.value`
  /// @param value the text, or the text of the number
  /// @param declared what is said beside it
  /// @throws ObservableRejected when a value of a known kind is none of that kind, or is a secret
  public static Observed of(String type, String path, String value, Declared declared) {
    var text = composed(value);
    return Paths.observe(type, Paths.canonical(path), text, declared);
  }

  /// The keys that a value of unknown kind may have, in whatever form somebody pasted it: defanged,
  /// in quotes, with a label, as one of our own keys.
  ///
  /// @throws ObservableRejected when it is nothing known, or a secret
  public static Identified identify(String pasted) {
    return Identification.of(composed(pasted));
  }

  /// The keys of the networks around an address, narrowest first; empty for other kinds. A range in
  /// an indicator has such a key, so that one index answers for addresses and ranges.
  public static List<ObservableKey> networksAround(ObservableKey key) {
    return Networks.around(key);
  }

  private static String composed(String value) {
    if (value.length() > LONGEST) {
      throw new ObservableRejected("VALUE_TOO_LONG", "it is longer than 8192 characters");
    }
    return Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
  }
}
