package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kit.file.AppendFile;
import org.entente.kit.pull.FolderKeeper;
import org.entente.kit.pull.LineKeeper;
import org.entente.kit.pull.PageKeeper;
import org.entente.kit.pull.Reading;
import org.entente.kit.pull.StateFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a pull puts what it reads, and where it keeps its place.
final class PullTarget {

  private static final Path STANDARD_OUTPUT = Path.of("-");

  @Option(names = "--out", paramLabel = "DIR", description = "Pages and a file per object go here.")
  private @Nullable Path out;

  @Option(
      names = "--ndjson",
      paramLabel = "FILE",
      description = "Objects go here, one a line; - is standard output.")
  private @Nullable Path ndjson;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "The place is kept here, and the next run goes on there. Default: beside --out or"
              + " --ndjson, with .state added to the name.")
  private @Nullable Path state;

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  boolean isStandardOutput() {
    return STANDARD_OUTPUT.equals(ndjson);
  }

  /// Opened; to be closed in the end.
  Opened open(Edge edge, Reading reading) {
    Optional<StateFile> place = statePath().map(file -> new StateFile(edge.disk(), file, reading));
    List<PageKeeper> keepers = new ArrayList<>();
    out().ifPresent(folder -> keepers.add(new FolderKeeper(edge.disk(), folder)));
    Optional<AppendFile> lines =
        Optional.ofNullable(ndjson).filter(file -> !isStandardOutput()).map(edge.disk()::appending);
    lines.ifPresent(file -> keepers.add(new LineKeeper.Into(file)));
    if (isStandardOutput()) {
      keepers.add(new LineKeeper.Through(edge.out()));
    }
    return new Opened(place, keepers, lines);
  }

  /// Empty when nothing is kept that a later run could go on with.
  private Optional<Path> statePath() {
    if (state != null) {
      return Optional.of(state);
    }
    Path beside = out == null && !isStandardOutput() ? ndjson : out;
    return Optional.ofNullable(beside)
        .map(path -> path.toAbsolutePath().normalize())
        .filter(path -> path.getFileName() != null)
        .map(path -> path.resolveSibling(path.getFileName() + ".state"));
  }

  /// @param lines what the keeper of lines writes to
  record Opened(Optional<StateFile> state, List<PageKeeper> keepers, Optional<AppendFile> lines)
      implements AutoCloseable {

    @Override
    public void close() {
      state.ifPresent(StateFile::close);
      lines.ifPresent(AppendFile::close);
    }
  }
}
