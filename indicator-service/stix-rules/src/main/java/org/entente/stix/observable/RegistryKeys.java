package org.entente.stix.observable;

import java.util.Locale;
import java.util.Map;

/// Keys of the Windows registry, which ignores case: hives in full, lower case.
final class RegistryKeys {

  private static final Map<String, String> HIVES =
      Map.of(
          "hklm", "hkey_local_machine",
          "hkcu", "hkey_current_user",
          "hkcr", "hkey_classes_root",
          "hku", "hkey_users",
          "hkcc", "hkey_current_config");

  private RegistryKeys() {}

  static ObservableKey key(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    int end = lower.indexOf('\\');
    var hive = end < 0 ? lower : lower.substring(0, end);
    return new ObservableKey(
        Kind.REGISTRY_KEY, HIVES.getOrDefault(hive, hive) + lower.substring(hive.length()));
  }
}
