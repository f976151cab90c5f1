package org.entente.kit.wording;

/// A number of things, with the right form of the noun.
public final class Counted {

  private Counted() {}

  /// `1 page`, `2 pages`.
  public static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /// `1 entry`, `2 entries`.
  public static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
