package org.entente.kit.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.entente.kit.file.FileTrouble;

/** Reading and writing whole files; trouble becomes one clear sentence. */
final class Files {

  private Files() {}

  static byte[] read(Path file) {
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
  }

  static Path write(Path folder, String name, byte[] bytes) {
    Path file = folder.resolve(name);
    try {
      java.nio.file.Files.createDirectories(folder);
      return java.nio.file.Files.write(file, bytes);
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be written.", e);
    }
  }

  /** Like {@link #write}, but readable by its owner only, from the first byte on. */
  static Path writeSecret(Path folder, String name, byte[] bytes) {
    Path file = folder.resolve(name);
    try {
      java.nio.file.Files.createDirectories(folder);
      java.nio.file.Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return java.nio.file.Files.write(file, bytes);
    } catch (FileAlreadyExistsException e) {
      throw new FileTrouble(file + " is there already, and no key is overwritten.", e);
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be written.", e);
    }
  }
}
