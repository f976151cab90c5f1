package org.entente.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.log.EvidenceRejected.Reason;

/// Where a tile or an entry bundle is found below the log's prefix, as C2SP tlog-tiles spells it.
public sealed interface TilePath permits TileCoordinates, EntryBundleCoordinates {

  /// Hashes in a full tile and entries in a full bundle.
  int FULL = 256;

  /// Largest index of a tile or bundle, so that the entries below it can be counted in 63 bits.
  long MAX_INDEX = (1L << 55) - 1;

  /// The path without a leading slash, e.g. `tile/0/x001/x234/067` or `tile/entries/000.p/17`.
  String path();

  /// Reads a path; accepts exactly what [#path()] writes.
  ///
  /// @throws EvidenceRejected with `ENCODING_MALFORMED`
  static TilePath parse(String path) {
    Matcher match = Spelling.PATH.matcher(path);
    if (!match.matches()) {
      throw Spelling.refused(path);
    }
    long n = Long.parseLong(match.group("n").replaceAll("[x/]", ""));
    int width = match.group("w") == null ? FULL : Integer.parseInt(match.group("w"));
    String level = match.group("level");
    if (n > MAX_INDEX || width > FULL) {
      throw Spelling.refused(path);
    }
    TilePath parsed =
        level.equals("entries")
            ? new EntryBundleCoordinates(n, width)
            : new TileCoordinates(Integer.parseInt(level), n, width);
    if (!parsed.path().equals(path)) {
      throw Spelling.refused(path);
    }
    return parsed;
  }

  /// The shared grammar.
  final class Spelling {

    private static final Pattern PATH =
        Pattern.compile(
            "tile/(?<level>entries|[0-9]{1,2})/(?<n>(x[0-9]{3}/){0,5}[0-9]{3})"
                + "([.]p/(?<w>[0-9]{1,3}))?");

    private Spelling() {}

    static String of(String level, long n, int width) {
      StringBuilder groups = new StringBuilder("%03d".formatted(n % 1000));
      for (long rest = n / 1000; rest > 0; rest /= 1000) {
        groups.insert(0, "x%03d/".formatted(rest % 1000));
      }
      return "tile/" + level + "/" + groups + (width == FULL ? "" : ".p/" + width);
    }

    static void requireRange(long n, int width) {
      if (n < 0 || n > MAX_INDEX || width < 1 || width > FULL) {
        throw new EvidenceRejected(
            Reason.ENCODING_MALFORMED, "no tile has index " + n + " and width " + width);
      }
    }

    private static EvidenceRejected refused(String path) {
      return new EvidenceRejected(Reason.ENCODING_MALFORMED, "not a tile path: " + path);
    }
  }
}
