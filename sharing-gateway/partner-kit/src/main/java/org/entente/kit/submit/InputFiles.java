package org.entente.kit.submit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.stix.StixPiece;
import org.entente.kit.stix.StixSource;
import org.entente.kit.stix.StixStream;
import org.entente.kit.stix.StixUnreadable;
import org.jspecify.annotations.Nullable;

/// The objects of files, one file after the other, each open only while it is read. Not
/// thread-safe.
public final class InputFiles implements StixSource, AutoCloseable {

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final Pattern JSON = Pattern.compile("[^.].*\\.(json|ndjson|jsonl)");

  private final Deque<Path> files = new ArrayDeque<>();
  private final InputStream standardInput;
  private final int longest;
  private @Nullable StixStream open;
  private Path current = STANDARD_INPUT;

  /// @param paths files; folders, whose `.json`, `.ndjson` and `.jsonl` files are read in the order
  ///   of their names, those of folders inside too; or `-` for standard input
  /// @param longest bytes of an object that is returned whole
  public InputFiles(List<Path> paths, InputStream standardInput, int longest) {
    this.standardInput = standardInput;
    this.longest = longest;
    paths.forEach(path -> files.addAll(Files.isDirectory(path) ? inside(path) : List.of(path)));
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> JSON.matcher(String.valueOf(file.getFileName())).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new FileTrouble(folder + " cannot be read.", e);
    }
  }

  @Override
  public Optional<StixPiece> next() {
    Optional<StixPiece> piece = Optional.empty();
    try {
      while (piece.isEmpty() && (open != null || openNext())) {
        piece = open == null ? Optional.empty() : open.next();
        if (piece.isEmpty()) {
          close();
        }
      }
      return piece;
    } catch (StixUnreadable e) {
      throw new StixUnreadable(current + ": " + e.getMessage());
    } catch (IOException e) {
      throw new FileTrouble(current + " cannot be read.", e);
    }
  }

  private boolean openNext() throws IOException {
    Path file = files.poll();
    if (file == null) {
      return false;
    }
    current = file;
    open =
        new StixStream(file.equals(STANDARD_INPUT) ? input() : Files.newInputStream(file), longest);
    return true;
  }

  /// Standard input belongs to the process and stays open.
  private InputStream input() {
    return new FilterInputStream(standardInput) {
      @Override
      public void close() {
        // Not ours.
      }
    };
  }

  @Override
  public void close() {
    StixStream last = open;
    open = null;
    if (last != null) {
      try {
        last.close();
      } catch (IOException e) {
        throw new FileTrouble(current + " cannot be closed.", e);
      }
    }
  }
}
