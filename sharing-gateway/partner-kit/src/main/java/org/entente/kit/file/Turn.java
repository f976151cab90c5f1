package org.entente.kit.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// A turn with a folder: of all threads of all processes that ask for one, one has it at a time,
/// and the others wait. A process that dies gives it back.
public final class Turn implements AutoCloseable {

  /// A lock of the system's is the whole process's: threads need one of their own.
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock threads;
  private final FileChannel channel;

  private Turn(ReentrantLock threads, FileChannel channel) {
    this.threads = threads;
    this.channel = channel;
  }

  /// Waits for a turn with this folder, which is made when missing, for its owner only.
  public static Turn with(Path folder) {
    try {
      makePrivate(folder);
      Path real = folder.toRealPath();
      ReentrantLock threads = THREADS.computeIfAbsent(real, path -> new ReentrantLock());
      threads.lock();
      try {
        return new Turn(threads, locked(real.resolve("lock")));
      } catch (IOException | RuntimeException e) {
        threads.unlock();
        throw e;
      }
    } catch (IOException e) {
      throw new FileTrouble(folder + " cannot be locked.", e);
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      @SuppressWarnings({"resource", "unused"}) // Ends with the channel.
      FileLock lock = channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, owner);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new FileTrouble("The lock of a folder cannot be given back.", e);
    } finally {
      threads.unlock();
    }
  }
}
