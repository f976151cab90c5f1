package org.entente.revocation.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.entente.revocation.Authority;

/**
 * Good lists in a folder, so that a start while a source is away has what was had before. What is
 * read from there is judged like anything else. One writer at a time.
 *
 * @param folder made when it is not there
 */
public record KeptLists(Path folder) {

  /** A list that was kept. */
  @SuppressWarnings("ArrayRecordComponent") // Read once and handed on.
  record Kept(byte[] bytes, Instant fetched) {}

  void keep(Authority authority, byte[] bytes, Instant fetched) throws IOException {
    Files.createDirectories(folder);
    Path file = file(authority);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, bytes);
    Files.setLastModifiedTime(fresh, java.nio.file.attribute.FileTime.from(fetched));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  Kept read(Authority authority) throws IOException {
    Path file = file(authority);
    return new Kept(Fetch.from(file), Files.getLastModifiedTime(file).toInstant());
  }

  private Path file(Authority authority) {
    return folder.resolve(authority.key() + ".crl");
  }
}
