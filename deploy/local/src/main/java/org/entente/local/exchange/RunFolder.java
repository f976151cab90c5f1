package org.entente.local.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.entente.local.process.CannotStart;
import org.entente.local.process.ProcessLedger;

/**
 * The folder one exchange owns while it runs. Taking it ends whatever an earlier run left behind
 * and empties it; a second exchange in the same folder is refused.
 *
 * @param path the folder
 * @param ledger the processes started from it
 */
record RunFolder(Path path, ProcessLedger ledger, FileChannel lock) implements AutoCloseable {

  /** Present in every run folder; nothing without it is ever emptied. */
  private static final String MARK = ".entente-run";

  private static final String PIDS = "processes";

  static RunFolder take(Path path) {
    try {
      requireOurs(path);
      Files.createDirectories(path);
      var lock =
          FileChannel.open(path.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw new CannotStart(
            "An exchange already runs in " + path + ": stop it or choose another --folder.");
      }
      var ledger = ProcessLedger.open(path.resolve(PIDS));
      empty(path);
      return new RunFolder(path, ledger, lock);
    } catch (java.nio.channels.OverlappingFileLockException e) {
      throw new CannotStart("This process already runs an exchange in " + path + ".", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireOurs(Path path) throws IOException {
    if (Files.notExists(path) || Files.exists(path.resolve(MARK))) {
      return;
    }
    try (var entries = Files.newDirectoryStream(path)) {
      if (entries.iterator().hasNext()) {
        throw new CannotStart(
            path + " is not empty and no run folder of an exchange: choose another --folder.");
      }
    }
  }

  private static void empty(Path path) throws IOException {
    try (var entries = Files.newDirectoryStream(path)) {
      for (var entry : entries) {
        var name = entry.getFileName().toString();
        if (!name.equals(MARK) && !name.equals(PIDS)) {
          delete(entry);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    ledger.close();
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
