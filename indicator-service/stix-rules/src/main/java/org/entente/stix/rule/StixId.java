package org.entente.stix.rule;

import java.util.Optional;

/// A STIX identifier (STIX 2.1 §2.9). Only lower case: two spellings of one UUID would otherwise be
/// two ids, and the owner of one could be bypassed through the other.
///
/// @param type what stands before `--`
/// @param uuid of RFC 9562, 36 characters
public record StixId(String type, String uuid) {
  private static final int UUID = 36;
  private static final int VERSION = 14;
  private static final int VARIANT = 19;

  /// Reads an identifier; empty when it is none.
  public static Optional<StixId> parse(String text) {
    int dashes = text.indexOf("--");
    if (dashes < 0 || text.length() - dashes - 2 != UUID || !Names.isType(text, dashes)) {
      return Optional.empty();
    }
    String uuid = text.substring(dashes + 2);
    return isUuid(uuid)
        ? Optional.of(new StixId(text.substring(0, dashes), uuid))
        : Optional.empty();
  }

  private static boolean isUuid(String text) {
    for (int i = 0; i < UUID; i++) {
      char c = text.charAt(i);
      boolean good =
          switch (i) {
            case 8, 13, 18, 23 -> c == '-';
            case VERSION -> c >= '1' && c <= '8';
            case VARIANT -> c == '8' || c == '9' || c == 'a' || c == 'b';
            default -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
          };
      if (!good) {
        return false;
      }
    }
    return true;
  }

  /// The UUID's version, 1 to 8.
  public int version() {
    return uuid.charAt(VERSION) - '0';
  }

  @Override
  public String toString() {
    return type + "--" + uuid;
  }
}
