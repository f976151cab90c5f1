package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesReadTest {

  @TempDir Path folder;

  @Test
  void a_file_that_changes_while_it_is_read_twice_is_told_to_have_changed() throws Exception {
    // Given
    var files = new FilesRead();
    var file = Files.writeString(folder.resolve("ca.crt"), "first");
    var first = files.read(file);
    assertTrue(files.stillSaySo());

    // When
    Files.writeString(file, "second");

    // Then
    assertArrayEquals(first, files.read(file));
    assertFalse(files.stillSaySo());
  }
}
