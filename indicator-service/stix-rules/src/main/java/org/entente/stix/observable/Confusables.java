package org.entente.stix.observable;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// Finds names made to be mistaken for others: two alphabets in one label, or a label of another
/// alphabet all of whose letters look Latin. Korean, Chinese and Japanese beside Latin are usual.
final class Confusables {

  private static final Set<UnicodeScript> ALPHABETS =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE);

  /// Small Cyrillic, Greek and Armenian letters drawn like Latin ones.
  private static final String LOOK_LATIN =
      "\u0430\u0441\u0501\u0435\u04bb\u0456\u0458\u043e\u0440\u0455\u0443\u0445\u051b\u051d\u04cf"
          + "\u03bf\u03b1\u03c1\u03bd\u03b9\u03ba\u03c5\u0578\u057d\u0585\u0570";

  /// Latin letters outside ASCII drawn like those inside.
  private static final String LOOK_ASCII = "\u0131\u0251\u0261\u0269\u1d0f\u1d04\u0138";

  private Confusables() {}

  /// Whether a label, as letters, could be taken for another.
  static boolean in(String label) {
    var found = EnumSet.noneOf(UnicodeScript.class);
    label.codePoints().mapToObj(UnicodeScript::of).filter(ALPHABETS::contains).forEach(found::add);
    if (found.size() > 1 || label.chars().anyMatch(c -> LOOK_ASCII.indexOf(c) >= 0)) {
      return true;
    }
    return found.size() == 1
        && !found.contains(UnicodeScript.LATIN)
        && label.chars().filter(Character::isLetter).allMatch(c -> LOOK_LATIN.indexOf(c) >= 0);
  }
}
