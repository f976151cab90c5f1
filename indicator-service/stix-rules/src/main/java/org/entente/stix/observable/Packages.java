package org.entente.stix.observable;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Package URLs (purl): type in lower case, names in lower case where their registry ignores it,
/// qualifiers in order.
final class Packages {

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)pkg:/*([a-z][a-z0-9.+-]*)/([^?#@]*[^?#@/]|%40[^?#@]+|@[^?#@]+)/*"
              + "(?:@([^?#]+))?(?:\\?([^#]*))?(?:#(.*))?");

  private Packages() {}

  static ObservableKey key(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new ObservableRejected("PACKAGE_INVALID", "it is not pkg:type/name@version");
    }
    var type = match.group(1).toLowerCase(Locale.ROOT);
    var key = new StringBuilder("pkg:").append(type).append('/').append(name(type, match.group(2)));
    append(key, "@", match.group(3));
    append(key, "?", match.group(4) == null ? "" : qualifiers(match.group(4)));
    append(key, "#", match.group(5));
    return new ObservableKey(Kind.PACKAGE, key.toString());
  }

  private static void append(StringBuilder key, String mark, @Nullable String part) {
    if (part != null && !part.isEmpty()) {
      key.append(mark).append(part);
    }
  }

  private static String name(String type, String path) {
    var scoped = path.startsWith("@") ? "%40" + path.substring(1) : path;
    return switch (type) {
      case "npm", "github", "bitbucket", "composer", "hex" -> scoped.toLowerCase(Locale.ROOT);
      case "pypi" -> scoped.toLowerCase(Locale.ROOT).replace('_', '-');
      default -> scoped;
    };
  }

  private static String qualifiers(String text) {
    return Arrays.stream(text.split("&"))
        .filter(pair -> pair.indexOf('=') > 0 && !pair.endsWith("="))
        .map(Packages::lowerKey)
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String lowerKey(String pair) {
    int equals = pair.indexOf('=');
    return pair.substring(0, equals).toLowerCase(Locale.ROOT) + pair.substring(equals);
  }
}
