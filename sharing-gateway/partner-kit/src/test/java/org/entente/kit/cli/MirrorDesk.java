package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk with a mirror of a log of 300 entries, which spans two tiles. */
class MirrorDesk {

  static final String LOOK = "mirror run --to @mirror --once";
  static final String VERIFY = "mirror verify --to @mirror --trust @trust";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  KitRun kit;

  @BeforeEach
  void a_log() throws Exception {
    kit = new KitRun(folder);
    grow(300);
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  void grow(int to) {
    for (int i = kit.log.size(); i < to; i++) {
      kit.log.append("{\"time\":" + i + "}");
    }
  }

  void copied() {
    Ended ended = kit.run(LOOK);
    assertEquals(0, ended.exit(), ended.err() + ended.out());
  }

  void holds(String expected) {
    Ended ended = kit.run(VERIFY);
    assertEquals(0, ended.exit(), ended.err() + ended.out());
    assertTrue(ended.out().contains(expected), ended.out());
  }

  Path mirrored(String name) {
    return kit.path("mirror").resolve(name);
  }

  void spoil(String name, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(mirrored(name));
    bytes[at] ^= 1;
    Files.write(mirrored(name), bytes);
  }
}
