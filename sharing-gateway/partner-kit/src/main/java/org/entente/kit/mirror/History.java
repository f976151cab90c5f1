package org.entente.kit.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.entente.kit.file.FileTrouble;

/// The accepted checkpoints, by size from the smallest: `checkpoints/000/000/000/001/234` has the
/// one of size 1 234. Lists one folder at a time, of at most a thousand names. One use, one thread.
final class History implements Iterator<History.Kept> {

  private static final int DIGITS = 15;
  private static final int GROUP = 3;
  private static final String FOLDER = "checkpoints";

  private final Deque<Iterator<Path>> open = new ArrayDeque<>();
  private final Path top;

  /// A file and the size it stands for.
  record Kept(long size, Path file) {}

  History(Path folder) {
    top = folder.resolve(FOLDER);
    open.push(sorted(top).iterator());
  }

  /// Where the checkpoint of this size is kept.
  static Path file(Path folder, long size) {
    String digits = ("%0" + DIGITS + "d").formatted(size);
    Path file = folder.resolve(FOLDER);
    for (int at = 0; at < digits.length(); at += GROUP) {
      file = file.resolve(digits.substring(at, at + GROUP));
    }
    return file;
  }

  @Override
  public boolean hasNext() {
    while (!open.isEmpty() && !open.peek().hasNext()) {
      open.pop();
    }
    return !open.isEmpty();
  }

  @Override
  public Kept next() {
    while (hasNext()) {
      Path next = open.element().next();
      if (!Files.isDirectory(next)) {
        return new Kept(size(next), next);
      }
      open.push(sorted(next).iterator());
    }
    throw new NoSuchElementException();
  }

  private long size(Path file) {
    String digits = top.relativize(file).toString().replaceAll("[^0-9]", "");
    if (digits.length() != DIGITS) {
      throw new MirrorDamaged(file + " is no checkpoint's place.");
    }
    return Long.parseLong(digits);
  }

  /// The files in a folder by name, without those being written; none when there is no folder.
  static List<Path> sorted(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".new")).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new FileTrouble(folder + " cannot be read.", e);
    }
  }
}
