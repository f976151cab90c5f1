package org.entente.kit.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.entente.kit.file.FileTrouble;

/// A file that appears, or replaces an older one, when it is whole, so that a command may read what
/// it replaces. Not thread-safe.
final class FreshFile implements AutoCloseable {

  private final Path file;
  private final Path fresh;
  private final OutputStream out;

  FreshFile(Path file) {
    this.file = file;
    this.fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(fresh));
    } catch (IOException e) {
      throw new FileTrouble(fresh + " cannot be written.", e);
    }
  }

  OutputStream out() {
    return out;
  }

  /// It is whole.
  void keep() throws IOException {
    out.close();
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Without [#keep] nothing remains of it.
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(fresh);
  }
}
