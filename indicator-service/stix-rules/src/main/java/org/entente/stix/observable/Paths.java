package org.entente.stix.observable;

import java.util.regex.Pattern;

/// Which kind of value stands at which path of which type.
final class Paths {

  private static final Pattern QUOTES = Pattern.compile("['\"]");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+|\\*)]");
  private static final Pattern REFERENCE = Pattern.compile("(.*[._])?refs?(\\[\\*])?\\.value");

  private Paths() {}

  /// A path without quotes, its list indices as `[*]`.
  static String canonical(String path) {
    return INDEX.matcher(QUOTES.matcher(path).replaceAll("")).replaceAll("[*]");
  }

  static Observed observe(String type, String path, String text, Declared declared) {
    if (path.equals("value")) {
      return value(type, text, declared);
    }
    int hashes = path.lastIndexOf("hashes.");
    if (hashes == 0 || (hashes > 0 && path.charAt(hashes - 1) == '.')) {
      return hash(type, path, path.substring(hashes + "hashes.".length()), text);
    }
    if (REFERENCE.matcher(path).matches()) {
      return reference(type, path, text);
    }
    return property(type, path, text, declared);
  }

  private static Observed value(String type, String text, Declared declared) {
    return switch (type) {
      case "domain-name" -> Domains.observe(text);
      case "url" -> Urls.observe(text);
      case "ipv4-addr" -> Observed.of(Ipv4.key(text));
      case "ipv6-addr" -> Observed.of(Ipv6.key(text));
      case "email-addr" -> Emails.observe(text);
      case "mac-addr" -> Observed.of(Macs.key(text));
      case "cryptocurrency-wallet", "x-opencti-cryptocurrency-wallet" ->
          Wallets.observe(text, declared);
      case "cryptocurrency-transaction" -> Wallets.transaction(text, declared);
      default -> other(type, "value", text);
    };
  }

  private static Observed property(String type, String path, String text, Declared declared) {
    return switch (type + ":" + path) {
      case "cryptocurrency-wallet:address" -> Wallets.observe(text, declared);
      case "user-account:user_id" -> Accounts.byId(declared.accountType(), text);
      case "user-account:account_login" -> Accounts.byHandle(declared.accountType(), text);
      case "windows-registry-key:key" -> Observed.of(RegistryKeys.key(text));
      default ->
          text.startsWith("pkg:") && path.endsWith("purl")
              ? Observed.of(Packages.key(text))
              : other(type, path, text);
    };
  }

  private static Observed hash(String type, String path, String algorithm, String text) {
    return Hashes.algorithm(algorithm)
        .map(kind -> Observed.of(Hashes.key(kind, text)))
        .orElseGet(() -> other(type, path, text));
  }

  /// The value of another object, whose type shows in the value's shape.
  private static Observed reference(String type, String path, String text) {
    if (Ipv4.looksLike(text)) {
      return Observed.of(Ipv4.key(text));
    }
    if (Macs.looksLike(text)) {
      return Observed.of(Macs.key(text));
    }
    if (Ipv6.looksLike(text)) {
      return Observed.of(Ipv6.key(text));
    }
    if (Urls.looksLike(text)) {
      return Urls.observe(text);
    }
    if (text.indexOf('@') > 0) {
      return Emails.observe(text);
    }
    return text.indexOf('.') > 0 ? Domains.observe(text) : other(type, path, text);
  }

  private static Observed other(String type, String path, String text) {
    return Observed.of(new ObservableKey(Kind.OTHER, type + ":" + path + ":" + text));
  }
}
