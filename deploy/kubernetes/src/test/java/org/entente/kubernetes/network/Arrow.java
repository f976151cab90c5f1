package org.entente.kubernetes.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.kubernetes.manifest.Overlay;

/** A connection that may be. */
record Arrow(String from, String to, Port port) implements Comparable<Arrow> {

  private static final String ANYBODY = "anybody here";
  private static final int CELLS = 6;

  /** What {@code ARROWS.md} allows in an overlay. */
  static Set<Arrow> wanted(Overlay overlay, World world) {
    return listed(where -> isIn(overlay, where), world);
  }

  /** What it allows besides where this component is used. */
  static Set<Arrow> with(String component, World world) {
    return listed(("with components/" + component)::equals, world);
  }

  /** All that it names, wherever. */
  static Stream<Arrow> all(World world) {
    return listed(where -> true, world).stream();
  }

  private static Set<Arrow> listed(Predicate<String> where, World world) {
    try (var lines = Files.lines(Overlay.FOLDER.resolve("ARROWS.md"))) {
      return lines
          .filter(line -> line.startsWith("| ") && !line.startsWith("| from "))
          .map(line -> line.split(" *\\| *", CELLS + 1))
          .filter(cells -> where.test(cells[4]))
          .flatMap(cells -> all(cells, world))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isIn(Overlay overlay, String where) {
    return where.equals("everywhere")
        || Arrays.asList(where.split(", ", -1)).contains(overlay.folderName());
  }

  private static Stream<Arrow> all(String[] cells, World world) {
    Function<String, Stream<Arrow>> from =
        name ->
            Arrays.stream(cells[3].split(",", -1))
                .map(port -> new Arrow(name, cells[2], Port.parse(port)));
    return cells[1].equals(ANYBODY)
        ? world.here().map(Peer::name).flatMap(from)
        : from.apply(cells[1]);
  }

  @Override
  public int compareTo(Arrow other) {
    return toString().compareTo(other.toString());
  }
}
