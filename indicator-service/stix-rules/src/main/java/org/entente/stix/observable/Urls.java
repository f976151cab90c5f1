package org.entente.stix.observable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Addresses of pages and files, brought to one form as the WHATWG URL standard does for its
/// special schemes: scheme and host lower case, host in ASCII, numbers that are IPv4 as IPv4,
/// backslashes as slashes, default port and dot segments removed, an empty path as `/`, and what is
/// not ASCII percent-encoded. Left alone: case and existing encoding of path and query, user,
/// fragment. Of other schemes only the scheme's case changes.
final class Urls {

  private static final Map<String, String> SPECIAL =
      Map.of("http", "80", "https", "443", "ftp", "21", "ws", "80", "wss", "443");

  private Urls() {}

  static boolean looksLike(String text) {
    int colon = schemeEnd(text);
    return colon > 0 && text.startsWith("//", colon + 1);
  }

  static Observed observe(String text) {
    var clean = text.strip().replaceAll("[\t\n\r]", "");
    int colon = schemeEnd(clean);
    if (colon < 0) {
      throw invalid("it has no scheme");
    }
    var scheme = clean.substring(0, colon).toLowerCase(Locale.ROOT);
    var rest = clean.substring(colon + 1);
    var port = SPECIAL.get(scheme);
    if (port == null) {
      return Observed.of(new ObservableKey(Kind.URL, scheme + ":" + rest));
    }
    return special(scheme, port, rest);
  }

  private static Observed special(String scheme, String defaultPort, String rest) {
    int start = UrlParts.skipSlashes(rest);
    int end = UrlParts.authorityEnd(rest, start);
    var authority = rest.substring(start, end);
    int at = authority.lastIndexOf('@');
    var host = UrlHost.of(authority.substring(at + 1));
    var port = host.port().equals(defaultPort) || host.port().isEmpty() ? "" : ":" + host.port();
    var user = at > 0 ? UrlParts.encode(authority.substring(0, at)) + "@" : "";
    var value = scheme + "://" + user + host.name() + port + UrlParts.path(rest.substring(end));
    var key = new ObservableKey(Kind.URL, value);
    return new Observed(
        List.of(key), Domains.confusable(host.name()) ? Set.of(Note.CONFUSABLE) : Set.of());
  }

  /// The key of the host of a canonical URL, or null when its scheme has none.
  static @Nullable ObservableKey host(ObservableKey url) {
    int start = url.value().indexOf("://") + 3;
    if (!SPECIAL.containsKey(url.value().substring(0, Math.max(0, start - 3)))) {
      return null;
    }
    int end = UrlParts.authorityEnd(url.value(), start);
    var authority = url.value().substring(start, end);
    return UrlHost.of(authority.substring(authority.lastIndexOf('@') + 1)).key();
  }

  private static int schemeEnd(String text) {
    int colon = text.indexOf(':');
    boolean scheme =
        colon > 0
            && Character.isLetter(text.charAt(0))
            && text.chars()
                .limit(colon)
                .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0));
    return scheme ? colon : -1;
  }

  static ObservableRejected invalid(String reason) {
    return new ObservableRejected("URL_INVALID", reason);
  }
}
