package org.entente.kit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.stix.json.JsonObject;
import org.entente.stix.observable.Declared;
import org.entente.stix.observable.Note;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.observable.Observables;
import org.entente.stix.observable.Observed;
import org.entente.stix.observable.WalletExtension;

/// Whether the addresses of wallets and the hashes of transactions are any. The exchange takes an
/// object all the same, as its producer wrote it, but a look-up will not find it: hence warnings,
/// none of which repeats the value.
final class WalletCheck {

  private static final Set<String> TYPES =
      Set.of("cryptocurrency-wallet", "cryptocurrency-transaction");
  private static final String SECTION = "wallet extension";

  private WalletCheck() {}

  static List<Remark> of(JsonObject object) {
    String type = object.text("type").orElse("");
    String value = object.text("value").orElse("");
    if (!TYPES.contains(type) || value.isEmpty()) {
      return List.of();
    }
    JsonObject extensions = object.object("extensions");
    JsonObject says = extensions == null ? null : extensions.object(WalletExtension.ID);
    try {
      if (says == null) {
        return notes(Observables.of(type, "value", value, Declared.NOTHING));
      }
      Declared declared = Declared.wallet(said(says, "chain"), said(says, "tag"));
      Observed observed = Observables.of(type, "value", value, declared);
      List<Remark> remarks = new ArrayList<>(notes(observed));
      remarks.addAll(key(said(says, "key"), observed.keys()));
      return remarks;
    } catch (ObservableRejected e) {
      return List.of(warning(e.code(), "/value", e.reason() + "; no look-up will find it"));
    }
  }

  private static String said(JsonObject extension, String property) {
    return extension.text(property).orElse("");
  }

  private static List<Remark> notes(Observed observed) {
    return observed.notes().stream()
        .sorted()
        .map(note -> warning(note.name(), "/value", note.text() + hint(note)))
        .toList();
  }

  private static String hint(Note note) {
    return note == Note.CHAIN_UNDECLARED || note == Note.CHAIN_ASSUMED
        ? "; say which in the wallet extension"
        : "";
  }

  private static List<Remark> key(String said, List<ObservableKey> keys) {
    boolean same = keys.stream().anyMatch(key -> key.text().equals(said));
    String pointer = "/extensions/" + WalletExtension.ID + "/key";
    return same ? List.of() : List.of(warning("WALLET_KEY", pointer, "not the address's own key"));
  }

  private static Remark warning(String code, String pointer, String text) {
    return Remark.warning(code, pointer, SECTION, text);
  }
}
