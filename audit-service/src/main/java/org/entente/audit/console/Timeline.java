package org.entente.audit.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Accesses over time: one strip for each party, in it a bar for each part of the window, in it a
 * piece for each outcome. Pure.
 *
 * @param counts what was counted, in any order
 * @param countedTo entries below this index are in
 */
public record Timeline(Window window, List<Count> counts, long countedTo) {

  static final int WIDTH = 960;
  static final int HEIGHT = 72;
  private static final List<String> OUTCOMES = List.of("allowed", "denied", "error");

  public Timeline {
    counts = List.copyOf(counts);
  }

  /** One row of the roll-up. */
  public record Count(Instant at, String party, String outcome, long records) {}

  /** A piece of a bar, in units of the drawing. */
  public record Piece(int x, int y, int width, int height, String outcome) {}

  /** A part of the window in which something happened. */
  public record Bar(Instant at, long allowed, long denied, long error) {
    public long all() {
      return allowed + denied + error;
    }
  }

  /** One party's strip. */
  public record Strip(
      String party, List<Piece> pieces, List<Bar> bars, long allowed, long denied, long error) {
    public Strip {
      pieces = List.copyOf(pieces);
      bars = List.copyOf(bars);
    }

    public long all() {
      return allowed + denied + error;
    }
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  /** In the order of the parties, all drawn to the highest bar. Made anew each time. */
  public List<Strip> strips() {
    var parties = parties();
    var highest =
        parties.values().stream()
            .flatMap(parts -> parts.values().stream())
            .mapToLong(counted -> LongStream.of(counted).sum())
            .max()
            .orElse(0);
    return parties.entrySet().stream()
        .map(party -> strip(party.getKey(), party.getValue(), highest))
        .toList();
  }

  /** By party, by part, how many of each outcome. */
  private Map<String, Map<Integer, long[]>> parties() {
    Map<String, Map<Integer, long[]>> parties = new TreeMap<>();
    for (var count : counts) {
      var ms = count.at().toEpochMilli() - window.from().toEpochMilli();
      var part = Math.toIntExact(Math.floorDiv(ms, window.part().toMillis()));
      var outcome = OUTCOMES.indexOf(count.outcome());
      if (part >= 0 && part < window.parts() && outcome >= 0) {
        parties.computeIfAbsent(count.party(), _ -> new TreeMap<>())
                .computeIfAbsent(part, _ -> new long[OUTCOMES.size()])[outcome] +=
            count.records();
      }
    }
    return parties;
  }

  private Strip strip(String party, Map<Integer, long[]> parts, long highest) {
    var pieces = new ArrayList<Piece>();
    var bars = new ArrayList<Bar>();
    var all = new long[OUTCOMES.size()];
    parts.forEach((part, counted) -> {
      pieces.addAll(pieces(part, counted, highest));
      bars.add(
          new Bar(
              window.from().plus(window.part().multipliedBy(part)),
              counted[0],
              counted[1],
              counted[2]));
      for (var i = 0; i < all.length; i++) {
        all[i] += counted[i];
      }
    });
    return new Strip(party, pieces, bars, all[0], all[1], all[2]);
  }

  /** What happened at all is visible, however little it was. */
  private List<Piece> pieces(int part, long[] counted, long highest) {
    var left = part * WIDTH / window.parts();
    var right = (part + 1) * WIDTH / window.parts();
    var pieces = new ArrayList<Piece>();
    var y = HEIGHT;
    for (var i = 0; i < counted.length; i++) {
      if (counted[i] > 0) {
        var height = Math.max(2, Math.toIntExact(counted[i] * (HEIGHT - 6) / highest));
        y -= height;
        pieces.add(new Piece(left, y, Math.max(1, right - left - 1), height, OUTCOMES.get(i)));
      }
    }
    return pieces;
  }
}
