package org.entente.audit.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.EvidenceRejected;
import org.entente.log.Octets;
import org.entente.log.SignedNote;
import org.entente.log.TilePath;

/**
 * A mirror as {@code entente mirror} keeps it: C2SP tlog-tiles, and beside them {@code
 * checkpoints/}, each one it ever accepted. Nothing in it is believed here.
 *
 * @param folder where the file {@code checkpoint} is
 */
record MirrorFolder(Path folder) {

  private static final String HISTORY = "checkpoints";
  private static final int DIGITS = 15;

  /** A checkpoint it once accepted. */
  record Kept(long size, String place, SignedNote note) {}

  /**
   * The newest checkpoint whose whole tree is there.
   *
   * @throws RestoreRefused when there is none: then this is no mirror
   */
  SignedNote checkpoint() throws IOException {
    var file = folder.resolve("checkpoint");
    return note(file, read(file).orElseThrow(() -> absent("checkpoint")));
  }

  /** The checkpoints it accepted between two sizes, the smallest first; perhaps none is kept. */
  List<Kept> history(long above, long below) throws IOException {
    var top = folder.resolve(HISTORY);
    if (Files.notExists(top)) {
      return List.of();
    }
    try (var files = Files.walk(top)) {
      var sizes =
          files
              .filter(Files::isRegularFile)
              .flatMap(file -> size(top, file).stream())
              .filter(size -> size > above && size < below)
              .sorted()
              .toList();
      var kept = new ArrayList<Kept>();
      for (var size : sizes) {
        var place = HISTORY + "/" + place(size);
        var file = folder.resolve(place);
        kept.add(new Kept(size, place, note(file, Files.readAllBytes(file))));
      }
      return kept;
    }
  }

  /** {@code 000/000/000/001/234} is the place of size 1 234; anything else is no checkpoint's. */
  private static Optional<Long> size(Path top, Path file) {
    var digits = top.relativize(file).toString().replace("/", "");
    return digits.matches("[0-9]{" + DIGITS + "}")
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  private static String place(long size) {
    return ("%0" + DIGITS + "d").formatted(size).replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", "/");
  }

  private static SignedNote note(Path file, byte[] bytes) {
    try {
      return SignedNote.parse(bytes);
    } catch (EvidenceRejected e) {
      throw new RestoreRefused(file + " is no signed checkpoint: " + e.getMessage());
    }
  }

  /**
   * The first entries of a bundle.
   *
   * @param at how many of them, and which bundle
   * @throws RestoreRefused when they are not there
   */
  List<Octets> entries(EntryBundleCoordinates at) throws IOException {
    var full = new EntryBundleCoordinates(at.n(), TilePath.FULL);
    var bytes = read(folder.resolve(at.path()));
    if (bytes.isEmpty()) {
      bytes = read(folder.resolve(full.path()));
    }
    try {
      var entries = EntryBundle.parse(bytes.orElseThrow(() -> absent(at.path())));
      if (entries.size() < at.width()) {
        throw new RestoreRefused(at.path() + " has fewer entries than its name says");
      }
      return entries.subList(0, at.width());
    } catch (EvidenceRejected e) {
      throw new RestoreRefused(at.path() + " is no bundle of entries: " + e.getMessage());
    }
  }

  private RestoreRefused absent(String place) {
    return new RestoreRefused(
        "the mirror %s has no %s; one of hashes only cannot be put back".formatted(folder, place));
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
