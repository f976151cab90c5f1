package org.entente.stix.observable;

/// The length after the slash of a network.
final class Prefix {

  private Prefix() {}

  static int length(String text, int bits) {
    boolean digits = text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (text.isEmpty() || !digits || (text.length() > 1 && text.charAt(0) == '0')) {
      throw invalid("after the slash comes no number");
    }
    int length = Integer.parseInt(text);
    if (length > bits) {
      throw invalid("its prefix is longer than the address");
    }
    return length;
  }

  static ObservableRejected invalid(String reason) {
    return new ObservableRejected("IP_INVALID", reason);
  }
}
