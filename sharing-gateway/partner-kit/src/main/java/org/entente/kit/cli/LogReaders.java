package org.entente.kit.cli;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.kit.client.LogClient;
import org.entente.kit.client.OpenLog;
import org.entente.kit.client.Session;
import org.entente.kit.evidence.LogReader;
import org.entente.log.TilePath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a log is read from. */
final class LogReaders {

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Read a mirror that a web server serves there, in place of the log itself.")
  private @Nullable String from;

  /** Whether the address is one; else it is told as a usage error. */
  boolean usable() {
    try {
      return from == null || String.valueOf(URI.create(from).getScheme()).matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The log or the mirror. */
  LogReader reader(Supplier<Session> session) {
    if (from != null) {
      OpenLog mirror = new OpenLog(from);
      return reader(mirror::checkpoint, mirror::tile, List::of);
    }
    LogClient log = new LogClient(session.get());
    return reader(log::checkpoint, log::tile, log::recorded);
  }

  /** Asks again while it is not available; each request by itself, from any thread. */
  static LogReader patient(LogReader reader, Retrying retrying, Edge.Time time) {
    return reader(
        () -> retrying.patience(time.pause()).until(reader::checkpoint),
        tile -> retrying.patience(time.pause()).until(() -> reader.tile(tile)),
        reader::recorded);
  }

  private static LogReader reader(
      Supplier<byte[]> checkpoint,
      Function<TilePath, byte[]> tiles,
      Supplier<List<byte[]>> recorded) {
    return new LogReader() {
      @Override
      public byte[] checkpoint() {
        return checkpoint.get();
      }

      @Override
      public byte[] tile(TilePath tile) {
        return tiles.apply(tile);
      }

      @Override
      public List<byte[]> recorded() {
        return recorded.get();
      }
    };
  }
}
