package org.entente.kit.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

  @TempDir private Path folder;
  private final Disk disk = Disk.real();

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void what_is_replaced_is_there_whole_and_nothing_else() throws IOException {
    Path file = folder.resolve("new/place");
    disk.replace(file, bytes("a longer text"));
    disk.replace(file, bytes("short"));

    assertEquals("short", Files.readString(file));
    try (var files = Files.list(folder.resolve("new"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void many_files_are_written_over_what_was_there() throws IOException {
    disk.writeAll(folder.resolve("x"), Map.of("a", bytes("11"), "b", bytes("2")));
    disk.writeAll(folder.resolve("x"), Map.of("a", bytes("3")));

    assertEquals("3", Files.readString(folder.resolve("x/a")));
    assertEquals("2", Files.readString(folder.resolve("x/b")));
  }

  @Test
  void a_file_that_grows_is_read_where_it_was_written_and_cut_where_one_wants() throws IOException {
    Path file = folder.resolve("log");
    try (AppendFile log = disk.appending(file)) {
      log.append(bytes("one "));
      log.append(bytes("two"));
      assertArrayEquals(bytes("two"), log.read(4, 3));
      log.truncate(4);
      log.append(bytes("three"));
      assertThrows(FileTrouble.class, () -> log.read(4, 9));
    }
    assertEquals("one three", Files.readString(file));
  }

  @Test
  void two_runs_never_share_a_file() {
    try (AppendFile log = disk.appending(folder.resolve("log"))) {
      FileTrouble trouble =
          assertThrows(FileTrouble.class, () -> disk.appending(folder.resolve("log")));
      assertTrue(String.valueOf(trouble.getMessage()).contains("in use"));
      assertEquals(0, log.length());
    }
    disk.appending(folder.resolve("log")).close();
  }

  @Test
  void what_cannot_be_written_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    FileTrouble trouble =
        assertThrows(FileTrouble.class, () -> disk.replace(file.resolve("y"), bytes("")));

    assertTrue(String.valueOf(trouble.getMessage()).contains("file/y"), trouble.getMessage());
  }
}
