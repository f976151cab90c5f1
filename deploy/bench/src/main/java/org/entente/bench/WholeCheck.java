package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.entente.local.exchange.Exchange;

/** The packaged check of the stored log, {@code fsck}, while nobody asks for anything else. */
record WholeCheck(Exchange exchange, Plan plan) {

  /** One operation: all entries, tiles and checkpoints, from the start of a virtual machine. */
  Measured run() {
    return ClosedLoop.run(1, Limit.of(plan.longest()).atMost(1), i -> check());
  }

  private void check() {
    var folder = exchange.folder().resolve("audit-service");
    var jar = exchange.settings().repository().resolve("audit-service/target/quarkus-app");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var words =
        List.of(java, "-jar", jar.toAbsolutePath().resolve("quarkus-run.jar").toString(), "fsck");
    try {
      var told = folder.resolve("fsck.log").toFile();
      var process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(told)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the log does not fit: see " + told);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
