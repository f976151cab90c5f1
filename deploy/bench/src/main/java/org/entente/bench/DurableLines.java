package org.entente.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lines as long as a journal's, each on the disk before the next: one file, one writer. */
record DurableLines(Path file) {

  private static final byte[] LINE = ("x".repeat(999) + "\n").getBytes(UTF_8);

  Floor measure(Plan plan) {
    try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      Measured measured = ClosedLoop.run(1, Limit.of(plan.floor()), i -> append(out));
      return new Floor("durable lines of one file", measured.rate(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(FileChannel out) {
    try {
      var line = ByteBuffer.wrap(LINE);
      while (line.hasRemaining()) {
        out.write(line);
      }
      out.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
