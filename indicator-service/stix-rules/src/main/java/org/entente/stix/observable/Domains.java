package org.entente.stix.observable;

import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;

/// Names of hosts: lower case, internationalised labels as `xn--`, no final dot.
///
/// Mapped as UTS 46 does without its table of forbidden letters: compatibility forms are replaced,
/// case is folded, invisible characters are dropped. Underscores stay, since names with them
/// resolve.
final class Domains {

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String LABEL_LENGTH =
      "one of its labels is empty or longer than 63 characters";
  private static final String INVISIBLE = "[\u00ad\u200b\u200c\u200d\u2060\ufeff]";

  private Domains() {}

  static Observed observe(String text) {
    var name = canonical(text);
    var key = new ObservableKey(Kind.DOMAIN, name);
    return confusable(name) ? Observed.of(key, Note.CONFUSABLE) : Observed.of(key);
  }

  static String canonical(String text) {
    var name = mapped(text);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    var joined = new StringJoiner(".");
    for (var label : name.split("\\.", -1)) {
      joined.add(label(label));
    }
    if (joined.length() > LONGEST || looksLikeIpv4(joined.toString())) {
      throw invalid("it is too long for a name, or an address");
    }
    return joined.toString();
  }

  /// Whether any label of a canonical name could be taken for another.
  static boolean confusable(String canonical) {
    if (!canonical.contains("xn--")) {
      return false;
    }
    for (var label : canonical.split("\\.", -1)) {
      if (label.startsWith("xn--")
          && Punycode.decode(label.substring(4)).filter(Confusables::in).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String mapped(String text) {
    if (plain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(composed, Normalizer.Form.NFKC)
        .replaceAll(INVISIBLE, "")
        .replace('\u3002', '.');
  }

  private static String label(String label) {
    if (label.length() > LONGEST_LABEL) {
      throw invalid(LABEL_LENGTH);
    }
    var ascii = plain(label) ? label : "xn--" + Punycode.encode(label);
    if (ascii.isEmpty() || ascii.length() > LONGEST_LABEL) {
      throw invalid(LABEL_LENGTH);
    }
    if (ascii.startsWith("-") || ascii.endsWith("-") || !ascii.chars().allMatch(Domains::allowed)) {
      throw invalid("one of its labels has a character that no host name has");
    }
    return ascii;
  }

  private static boolean plain(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static boolean allowed(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  private static boolean looksLikeIpv4(String name) {
    int last = name.lastIndexOf('.') + 1;
    return name.chars().skip(last).allMatch(c -> c >= '0' && c <= '9');
  }

  private static ObservableRejected invalid(String reason) {
    return new ObservableRejected("DOMAIN_INVALID", reason);
  }
}
