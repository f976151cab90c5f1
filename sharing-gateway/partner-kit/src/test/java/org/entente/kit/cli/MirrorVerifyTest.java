package org.entente.kit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.kit.cli.KitRun.Ended;
import org.junit.jupiter.api.Test;

/** A mirror that was damaged says where, with nothing but itself and the policy. */
class MirrorVerifyTest extends MirrorDesk {

  @Test
  void damage_is_named_file_by_file() throws IOException {
    copied();
    grow(600);
    copied();
    spoil("tile/entries/000", 30);
    spoil("tile/0/001", 5);
    spoil("tile/1/000.p/2", 0);

    Ended ended = kit.run(VERIFY + " --json");

    assertEquals(1, ended.exit());
    String findings = String.join("\n", ended.texts("findings"));
    assertTrue(findings.contains("entry 2: the stored record"), findings);
    assertTrue(findings.contains("entry 256: the stored record"), findings);
    assertTrue(findings.contains("tile/1/000.p/2 is not what the tiles below it make"), findings);
    assertTrue(findings.contains("root of the accepted checkpoint"), findings);
    Files.delete(mirrored("tile/entries/001"));
    assertTrue(kit.run(VERIFY).out().contains("tile/entries/001 is missing"));
    Files.delete(mirrored("tile/0/000"));
    assertTrue(kit.run(VERIFY).out().contains("tile/0/000 is missing"));
  }

  @Test
  void a_changed_byte_in_any_file_is_found() throws IOException {
    copied();
    List<Path> files;
    try (var all = Files.walk(kit.path("mirror"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = kit.path("mirror").relativize(file).toString();
      if (List.of("lock", "pending", "copied").contains(name)) {
        continue; // Of this machine, and no part of what is served.
      }
      byte[] good = Files.readAllBytes(file);
      spoil(name, good.length / 2);
      assertEquals(1, kit.run(VERIFY).exit(), name);
      Files.write(file, good);
    }
    holds("holds");
  }

  @Test
  void an_interrupted_verification_goes_on_where_it_was() throws IOException {
    grow(65_536 + 70);
    copied();
    Path position = kit.path("position");
    kit.witness =
        step -> {
          if (step.startsWith("after replacing " + position)) {
            throw new Killed();
          }
        };
    assertThrows(Killed.class, () -> kit.run(VERIFY + " --progress @position"));
    kit.witness = step -> {};
    spoil("tile/entries/000", 30); // Behind it: not read again.

    Ended ended = kit.run(VERIFY + " --progress @position");

    assertEquals(0, ended.exit(), ended.out() + ended.err());
    assertTrue(ended.out().startsWith("Going on after entry 65535."), ended.out());
    assertFalse(Files.exists(position));
    assertEquals(1, kit.run(VERIFY + " --progress @position").exit());
  }

  @Test
  void a_folder_that_is_no_mirror_is_not_verified() throws IOException {
    Files.createDirectories(kit.path("mirror"));
    assertEquals(1, kit.run(VERIFY).exit());
  }

  @Test
  void any_web_server_serves_a_mirror_and_the_kit_reads_it_there() throws IOException {
    grow(600);
    copied();
    var server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            kit.path("mirror").toRealPath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      String from = " --from http://127.0.0.1:" + server.getAddress().getPort();
      Ended verified = kit.run("log verify" + from);
      assertEquals(0, verified.exit(), verified.err() + verified.out());
      assertTrue(verified.out().contains("600 entries recomputed"), verified.out());
      assertEquals(0, kit.run("mirror run --to @second --once" + from).exit());
      assertEquals(0, kit.run("mirror verify --to @second --trust @trust").exit());
      spoil("tile/entries/000", 30);
      Ended spoilt = kit.run("log verify" + from);
      assertEquals(1, spoilt.exit());
      assertTrue(spoilt.out().contains("entry 2: "), spoilt.out());
    } finally {
      server.stop(0);
    }
  }
}
