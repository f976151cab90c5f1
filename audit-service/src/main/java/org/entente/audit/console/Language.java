package org.entente.audit.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** The languages all pages are written in. */
public enum Language {
  ENGLISH("en", "English"),
  KOREAN("ko", "한국어");

  private final String tag;
  private final String itself;

  Language(String tag, String itself) {
    this.tag = tag;
    this.itself = itself;
  }

  /** As BCP 47 has it. */
  public String tag() {
    return tag;
  }

  /** Its name in itself. */
  public String itself() {
    return itself;
  }

  /** The other languages to choose from. */
  public List<Language> others() {
    return Arrays.stream(values()).filter(other -> other != this).toList();
  }

  Locale locale() {
    return Locale.of(tag);
  }

  /** The language of exactly this tag. */
  static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /**
   * What a browser prefers.
   *
   * @param acceptLanguage the header as received, well-formed or not
   */
  static Language preferred(String acceptLanguage) {
    try {
      var found =
          Locale.lookupTag(
              LanguageRange.parse(acceptLanguage),
              Arrays.stream(values()).map(Language::tag).toList());
      return found == null ? ENGLISH : of(found).orElse(ENGLISH);
    } catch (IllegalArgumentException _) {
      return ENGLISH;
    }
  }
}
