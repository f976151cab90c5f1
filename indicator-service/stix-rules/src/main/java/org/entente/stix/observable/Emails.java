package org.entente.stix.observable;

import java.util.List;

/// Mailboxes: the domain is a name, the part before it belongs to its server, which may mind case.
final class Emails {

  private static final int LONGEST_LOCAL = 64;

  private Emails() {}

  static Observed observe(String text) {
    int at = text.lastIndexOf('@');
    var local = at < 0 ? "" : text.substring(0, at);
    if (local.isEmpty()
        || local.length() > LONGEST_LOCAL
        || local.chars().anyMatch(Emails::blank)) {
      throw new ObservableRejected("EMAIL_INVALID", "it has no mailbox before an @");
    }
    var domain = Domains.observe(text.substring(at + 1));
    var name = domain.keys().getFirst().value();
    return new Observed(List.of(new ObservableKey(Kind.EMAIL, local + "@" + name)), domain.notes());
  }

  private static boolean blank(int c) {
    return c <= ' ' || c == 127 || c == '<' || c == '>';
  }
}
