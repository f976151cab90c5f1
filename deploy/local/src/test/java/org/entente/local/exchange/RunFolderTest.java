package org.entente.local.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.local.process.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path folder;

  @Test
  void a_used_run_folder_is_emptied() throws IOException {
    var run = folder.resolve("run");
    RunFolder.take(run).close();
    Files.createDirectories(run.resolve("old/deep"));
    Files.writeString(run.resolve("old/deep/file"), "x");

    RunFolder.take(run).close();

    assertFalse(Files.exists(run.resolve("old")));
  }

  @Test
  void a_folder_with_something_else_in_it_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("precious"), "x");

    assertThrows(CannotStart.class, () -> RunFolder.take(folder));

    assertTrue(Files.exists(folder.resolve("precious")));
  }

  @Test
  void two_exchanges_do_not_share_a_folder() {
    var first = RunFolder.take(folder.resolve("run"));

    assertThrows(CannotStart.class, () -> RunFolder.take(folder.resolve("run")));

    first.close();
    RunFolder.take(folder.resolve("run")).close();
  }

  @Test
  void a_taken_port_is_named_together_with_what_needs_it() throws IOException {
    var ports = Ports.free();
    try (var taken =
        new ServerSocket(ports.keycloak().main(), 1, InetAddress.getLoopbackAddress())) {
      var failure = assertThrows(CannotStart.class, ports::requireFree);

      assertTrue(failure.sentence().contains(" " + taken.getLocalPort() + " "));
      assertTrue(failure.sentence().contains("Keycloak"));
    }
    ports.requireFree();
  }

  @Test
  void the_usual_ports_are_the_documented_ones() {
    var usual = Ports.usual();

    assertEquals(new Ports.Pair(8443, 9443), usual.gateway());
    assertEquals(new Ports.Pair(8446, 9446), usual.keycloak());
    assertEquals(8447, usual.plain().postgres());
  }
}
