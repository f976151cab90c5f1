package org.entente.kit.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.entente.kit.file.Disk;
import org.entente.kit.file.FileTrouble;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.SignedNote;
import org.entente.log.Tile;
import org.entente.log.TileCoordinates;
import org.entente.log.TilePath;
import org.entente.log.TileSource;

/// A mirror on disk, in the layout of C2SP tlog-tiles, so that any web server can serve it:
/// `checkpoint` is the newest one whose whole tree is here, `tile/` and `tile/entries/` are its
/// tiles and entries. Beside them `checkpoints/`, each one ever accepted under its size; `pending`,
/// the one accepted last, whose tree is still being copied; `copied`, how far that is.
///
/// Every file is replaced as a whole. Reading is thread-safe, writing is for one thread.
public final class MirrorFolder implements TileSource {

  private static final String CHECKPOINT = "checkpoint";
  private static final String PENDING = "pending";

  private final Disk disk;
  private final Path folder;

  /// The mirror in this folder, which need not exist yet.
  public MirrorFolder(Disk disk, Path folder) {
    this.disk = disk;
    this.folder = folder;
  }

  /// The newest checkpoint whose tree is here; not to be believed before it is verified.
  public Optional<SignedNote> checkpoint() {
    return read(CHECKPOINT).map(SignedNote::parse);
  }

  Optional<SignedNote> pending() {
    return read(PENDING).map(SignedNote::parse);
  }

  /// When the mirror accepted the newest checkpoint, by this machine's clock.
  public Optional<Instant> lastGrowth() {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(PENDING)).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FileTrouble(folder.resolve(PENDING) + " cannot be read.", e);
    }
  }

  /// Accepts a checkpoint: from now on nothing that contradicts it is.
  void accept(long size, SignedNote note) {
    disk.replace(History.file(folder, size), note.toByteArray());
    disk.replace(folder.resolve(PENDING), note.toByteArray());
  }

  /// The whole tree of this checkpoint is here.
  void complete(SignedNote note) {
    disk.replace(folder.resolve(CHECKPOINT), note.toByteArray());
  }

  Optional<byte[]> copied() {
    return read("copied");
  }

  void keepCopied(byte[] range) {
    disk.replace(folder.resolve("copied"), range);
  }

  void keep(TilePath at, byte[] bytes) {
    disk.replace(file(at), bytes);
  }

  /// Sizes of the accepted checkpoints, and each of them.
  History history() {
    return new History(folder);
  }

  /// Where the proof that the log contradicted itself is kept.
  Path contradiction() {
    return folder.resolve("contradiction");
  }

  Disk disk() {
    return disk;
  }

  Path file(TilePath at) {
    return folder.resolve(at.path());
  }

  /// The entries of a bundle as they are served; a bundle that has become full also answers for its
  /// parts. Empty when it is not here.
  Optional<byte[]> bundle(EntryBundleCoordinates at) {
    return read(at.path())
        .or(() ->
            read(new EntryBundleCoordinates(at.n(), TilePath.FULL).path())
                .map(full -> EntryBundle.encode(EntryBundle.parse(full).subList(0, at.width()))));
  }

  /// A hash tile as it is stored, or the beginning of the full one; empty when it is not here.
  Optional<Tile> tile(TileCoordinates at) {
    TileCoordinates full = new TileCoordinates(at.level(), at.n(), TilePath.FULL);
    return read(at.path())
        .map(bytes -> Tile.of(at, bytes))
        .or(() -> read(full.path()).map(bytes -> Tile.of(full, bytes).prefix(at.width())));
  }

  /// Tiles as [#tile] finds them; one above the leaves is else made from the full ones below it.
  @Override
  public List<Tile> read(List<TileCoordinates> tiles) {
    return tiles.stream().map(this::required).toList();
  }

  private Tile required(TileCoordinates at) {
    return tile(at)
        .orElseGet(() -> {
          if (at.level() == 0) {
            throw new MirrorDamaged(file(at) + " is missing.");
          }
          return Tile.of(
              at.level(),
              at.n(),
              LongStream.range(at.firstHash(), at.firstHash() + at.width())
                  .mapToObj(n -> new TileCoordinates(at.level() - 1, n, TilePath.FULL))
                  .map(below -> required(below).root())
                  .toList());
        });
  }

  /// Deletes the partial tiles and bundles at this place but those of the widths that are kept.
  void dropParts(TilePath full, OptionalLong... keptWidths) {
    Path parts = folder.resolve(full.path() + ".p");
    List<String> kept =
        Arrays.stream(keptWidths)
            .filter(OptionalLong::isPresent)
            .map(width -> Long.toString(width.getAsLong()))
            .toList();
    for (Path part : History.sorted(parts)) {
      if (!kept.contains(String.valueOf(part.getFileName()))) {
        disk.delete(part);
      }
    }
    if (kept.isEmpty() && Files.exists(parts)) {
      disk.delete(parts);
    }
  }

  private Optional<byte[]> read(String name) {
    Path file = folder.resolve(name);
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
  }
}
