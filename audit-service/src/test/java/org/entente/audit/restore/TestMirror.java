package org.entente.audit.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.entente.audit.sequencer.TestLog;
import org.entente.log.Checkpoint;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.Octets;
import org.entente.log.TilePath;

/**
 * What {@code entente mirror run} has on disk of a log, hash tiles aside.
 *
 * @param folder where it is
 */
record TestMirror(Path folder) {

  /** Behind origin, size, root, the key's name and its id. */
  private static final int IN_SIGNATURE = 150;

  /** Of all that the log has, which was looked at each time it had been signed. */
  static TestMirror of(TestLog log, Path folder) throws SQLException, IOException {
    var bodies = log.column("SELECT encode(body, 'hex') FROM entry ORDER BY idx");
    var mirror = new TestMirror(folder);
    for (var n = 0; n * TilePath.FULL < bodies.size(); n++) {
      var first = n * TilePath.FULL;
      var entries = bodies.subList(first, Math.min(bodies.size(), first + TilePath.FULL));
      mirror.write(
          new EntryBundleCoordinates(n, entries.size()).path(),
          EntryBundle.encode(octets(entries)));
    }
    for (var size : log.column("SELECT size FROM checkpoint WHERE size > 0 ORDER BY size")) {
      mirror.accepted(Long.parseLong(size), note(log, Long.parseLong(size)));
    }
    mirror.write("checkpoint", bytes(note(log, bodies.size())));
    return mirror;
  }

  private static List<Octets> octets(List<String> hex) {
    return hex.stream().map(HexFormat.of()::parseHex).map(Octets::of).toList();
  }

  static String note(TestLog log, long size) throws SQLException {
    return log.column("SELECT note FROM checkpoint WHERE size = " + size).getFirst();
  }

  /** What a note says. */
  static Checkpoint checkpoint(String note) {
    return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As if this had been accepted at that size. */
  void accepted(long size, String note) throws IOException {
    var digits = "%015d".formatted(size);
    write("checkpoints/" + String.join("/", digits.split("(?<=\\G...)")), bytes(note));
  }

  void write(String place, byte[] bytes) throws IOException {
    var file = folder.resolve(place);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Changes the last digit of the first record's time: what is left is still a record. */
  void forge(String place) throws IOException {
    var text = new String(Files.readAllBytes(folder.resolve(place)), StandardCharsets.ISO_8859_1);
    var time = "\"time\":1795360201123";
    spoil(place, text.indexOf(time) + time.length() - 1);
  }

  /** Changes a letter of the checkpoint's first signature, which is base64 still. */
  void forgeSignature() throws IOException {
    var bytes = Files.readAllBytes(folder.resolve("checkpoint"));
    bytes[IN_SIGNATURE] = (byte) (bytes[IN_SIGNATURE] == 'A' ? 'B' : 'A');
    write("checkpoint", bytes);
  }

  /** Changes one byte of a file. */
  void spoil(String place, int at) throws IOException {
    var bytes = Files.readAllBytes(folder.resolve(place));
    bytes[at] ^= 1;
    Files.write(folder.resolve(place), bytes);
  }
}
