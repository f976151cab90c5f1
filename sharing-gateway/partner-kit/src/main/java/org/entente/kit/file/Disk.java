package org.entente.kit.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// Durable writing: when a method has returned, no loss of power undoes it. Trouble is
/// [FileTrouble]. Thread-safe.
public final class Disk {

  private final Consumer<String> witness;

  /// @param witness told before and after every step that changes a file; a test that throws from
  ///   it sees what a process that dies there would leave
  public Disk(Consumer<String> witness) {
    this.witness = witness;
  }

  /// The platform's disk.
  public static Disk real() {
    return new Disk(step -> {});
  }

  /// Puts the bytes in the file's place; whoever reads sees the old or the new ones, whole.
  public void replace(Path file, byte[] bytes) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    step(
        "replacing",
        file,
        () -> {
          Files.createDirectories(folder(file));
          writeWhole(fresh, bytes);
          force(fresh);
          Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
          forceFolder(folder(file));
        });
  }

  /// Writes files of these names and contents into the folder, which is made when missing. After a
  /// crash any of them may be missing or torn.
  public void writeAll(Path folder, Map<String, byte[]> files) {
    step("making", folder, () -> Files.createDirectories(folder));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      step("writing", path, () -> writeWhole(path, file.getValue()));
    }
    step(
        "forcing",
        folder,
        () -> {
          for (String name : files.keySet()) {
            force(folder.resolve(name));
          }
          forceFolder(folder);
        });
  }

  /// Puts a file that was written by somebody else in another's place, whole.
  public void move(Path from, Path to) {
    step(
        "moving",
        to,
        () -> {
          force(from);
          Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
          forceFolder(folder(to));
        });
  }

  /// Deletes the file.
  public void delete(Path file) {
    step("deleting", file, () -> Files.delete(file));
  }

  /// Opens a file that only grows, made when missing.
  public AppendFile appending(Path file) {
    return new AppendFile(this, file);
  }

  void step(String doing, Path file, FileWork work) {
    witness.accept("before " + doing + " " + file);
    try {
      work.run();
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be written.", e);
    }
    witness.accept("after " + doing + " " + file);
  }

  /// Something done to files.
  @FunctionalInterface
  interface FileWork {
    void run() throws IOException;
  }

  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private static void writeWhole(Path file, byte[] bytes) throws IOException {
    try (FileChannel out = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
      writeFully(out, bytes);
    }
  }

  static void writeFully(FileChannel out, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      out.write(rest);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
  }

  /// A new name is durable only when its folder is; systems without POSIX do not offer it.
  static void forceFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }
}
