package org.entente.kubernetes.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Overlay;

/** Secrets that the operator of an installation makes by hand, as the README lists them. */
public final class External {

  private static final Pattern ROW =
      Pattern.compile("^\\| Secret `([^`]+)` \\| ([^|]+) \\|", Pattern.MULTILINE);
  private static final Pattern KEY = Pattern.compile("`([^`]+)`");

  /** Their names and keys. */
  public static Set<Thing> secrets() {
    try {
      var readme = Files.readString(Overlay.FOLDER.resolve("README.md"));
      return ROW.matcher(readme).results().flatMap(External::secret).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Thing> secret(MatchResult row) {
    var keys = KEY.matcher(row.group(2)).results().map(key -> key.group(1));
    return Stream.concat(Stream.of(""), keys).map(key -> new Thing("Secret", row.group(1), key));
  }

  /** The names alone. */
  static Set<String> names(Stream<Thing> things) {
    return things.map(Thing::name).collect(Collectors.toSet());
  }

  static Stream<Thing> ofOverlays() {
    return Arrays.stream(Overlay.values())
        .flatMap(overlay -> overlay.manifests().all().stream())
        .flatMap(Named::by);
  }

  private External() {}
}
