package org.entente.stix.observable;

import java.util.Locale;
import java.util.regex.Pattern;

/// Hardware addresses of six bytes: lower case, colons.
final class Macs {

  private static final Pattern FORM =
      Pattern.compile(
          "[0-9a-f]{2}(:[0-9a-f]{2}){5}|[0-9a-f]{2}(-[0-9a-f]{2}){5}|([0-9a-f]{4}[.]){2}[0-9a-f]{4}");

  private static final Pattern PAIR = Pattern.compile("(..)(?=.)");

  private Macs() {}

  static boolean looksLike(String text) {
    return (text.length() == 14 || text.length() == 17)
        && FORM.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  static ObservableKey key(String text) {
    if (!looksLike(text)) {
      throw new ObservableRejected("MAC_INVALID", "a hardware address has six pairs of digits");
    }
    var digits = text.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
    return new ObservableKey(Kind.MAC, PAIR.matcher(digits).replaceAll("$1:"));
  }
}
