package org.entente.kit.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that grows at its end and is held by one process at a time. Not thread-safe.
public final class AppendFile implements AutoCloseable {

  private final Disk disk;
  private final Path file;
  private final FileChannel channel;

  AppendFile(Disk disk, Path file) {
    this.disk = disk;
    this.file = file;
    try {
      Files.createDirectories(Disk.folder(file));
      channel = FileChannel.open(file, CREATE, READ, WRITE);
      Disk.forceFolder(Disk.folder(file));
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be opened for writing.", e);
    }
    lock();
  }

  /// The system lets go of the lock when the channel closes or the process dies.
  private void lock() {
    try {
      @SuppressWarnings("resource") // Ends with the channel.
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      close();
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be locked.", e);
    }
    throw new FileTrouble(file + " is in use by another run.");
  }

  /// Its length in bytes.
  public long length() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
  }

  /// Cuts off what is behind this length.
  public void truncate(long length) {
    disk.step(
        "truncating",
        file,
        () -> {
          channel.truncate(length);
          channel.force(true);
        });
  }

  /// Adds the bytes at the end, durably; after a crash some of them may be missing.
  public void append(byte[] bytes) {
    disk.step(
        "appending to",
        file,
        () -> {
          channel.position(channel.size());
          Disk.writeFully(channel, bytes);
        });
    disk.step("forcing", file, () -> channel.force(true));
  }

  /// All of it, from the beginning; to be read before anything is appended, and not closed.
  public InputStream all() {
    try {
      return new BufferedInputStream(Channels.newInputStream(channel.position(0)));
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
  }

  /// Its path, for messages.
  public Path path() {
    return file;
  }

  /// These bytes of it.
  public byte[] read(long offset, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
        // Goes on where it stopped.
      }
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
    if (bytes.hasRemaining()) {
      throw new FileTrouble(file + " is shorter than it was.");
    }
    return bytes.array();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be closed.", e);
    }
  }
}
