package org.entente.indicator.lookup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonNumber;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;
import org.entente.stix.observable.Declared;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.observable.Observables;
import org.entente.stix.observable.WalletExtension;
import org.jspecify.annotations.Nullable;

/// The properties by which an observable is known (STIX 2.1 §6), and the keys of their values.
final class ObservableProperties {
  private static final Map<String, List<String>> NAMING =
      Map.ofEntries(
          Map.entry("domain-name", List.of("value")),
          Map.entry("url", List.of("value")),
          Map.entry("ipv4-addr", List.of("value")),
          Map.entry("ipv6-addr", List.of("value")),
          Map.entry("email-addr", List.of("value")),
          Map.entry("mac-addr", List.of("value")),
          Map.entry("cryptocurrency-wallet", List.of("value", "address")),
          Map.entry("x-opencti-cryptocurrency-wallet", List.of("value")),
          Map.entry("cryptocurrency-transaction", List.of("value")),
          Map.entry("user-account", List.of("user_id", "account_login")),
          Map.entry("windows-registry-key", List.of("key")),
          Map.entry("autonomous-system", List.of("number")),
          Map.entry("mutex", List.of("name")),
          Map.entry("artifact", List.of("url")),
          Map.entry("file", List.of()),
          Map.entry("x509-certificate", List.of()));

  private ObservableProperties() {}

  /// The keys of an observable; none for a type that nothing names.
  static Set<ObservableKey> keys(String type, JsonObject object) {
    List<String> naming = NAMING.get(type);
    if (naming == null) {
      return Set.of();
    }
    Set<ObservableKey> keys = new LinkedHashSet<>();
    Declared declared = declared(type, object);
    for (String property : naming) {
      keys.addAll(of(type, property, object.get(property), declared));
    }
    JsonObject hashes = object.object("hashes");
    for (int i = 0; hashes != null && i < hashes.size(); i++) {
      keys.addAll(of(type, "hashes." + hashes.name(i), hashes.value(i), declared));
    }
    return keys;
  }

  private static List<ObservableKey> of(
      String type, String path, @Nullable Json value, Declared declared) {
    return switch (value) {
      case JsonText(String text) -> observe(type, path, text, declared);
      case JsonNumber number -> observe(type, path, number.raw(), declared);
      case null, default -> List.of();
    };
  }

  private static List<ObservableKey> observe(
      String type, String path, String value, Declared declared) {
    try {
      return Observables.of(type, path, value, declared).keys();
    } catch (ObservableRejected e) {
      // Whether it is admitted is the validator's to say; nobody can ask for it.
      return List.of();
    }
  }

  private static Declared declared(String type, JsonObject object) {
    if (type.equals("user-account")) {
      return Declared.account(object.text("account_type").orElse(""));
    }
    return wallet(object)
        .map(wallet ->
            Declared.wallet(wallet.text("chain").orElse(""), wallet.text("tag").orElse("")))
        .orElse(Declared.NOTHING);
  }

  /// What our wallet extension says, if it is there.
  static Optional<JsonObject> wallet(JsonObject object) {
    return Optional.ofNullable(object.object("extensions"))
        .flatMap(extensions -> Optional.ofNullable(extensions.object(WalletExtension.ID)));
  }
}
