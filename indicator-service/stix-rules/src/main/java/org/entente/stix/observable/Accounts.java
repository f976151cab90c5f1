package org.entente.stix.observable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Accounts of services. The stable id names somebody; a handle can be given to somebody else, so
/// it has a key of its own, marked with `@`.
final class Accounts {

  /// Services whose handles ignore case.
  private static final Set<String> CASELESS =
      Set.of("telegram", "github", "gitlab", "twitter", "x", "facebook", "discord", "npm");

  private Accounts() {}

  static Observed byId(String type, String id) {
    if (type.equals("telegram") && id.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Observed.of(new ObservableKey(Kind.TELEGRAM, id));
    }
    return of(type, id);
  }

  static Observed byHandle(String type, String handle) {
    var bare = handle.startsWith("@") ? handle.substring(1) : handle;
    return of(type, "@" + (CASELESS.contains(type) ? bare.toLowerCase(Locale.ROOT) : bare));
  }

  private static Observed of(String type, String who) {
    if (who.isBlank() || who.equals("@")) {
      throw new ObservableRejected("ACCOUNT_INVALID", "it names nobody");
    }
    return type.isEmpty()
        ? new Observed(List.of(), Set.of(Note.ACCOUNT_TYPE_MISSING))
        : Observed.of(new ObservableKey(Kind.ACCOUNT, type + ":" + who));
  }
}
