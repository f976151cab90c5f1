package org.entente.audit.fsck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.entente.audit.offline.CannotRun;

/**
 * Keeps how far an offline pass is.
 *
 * @param file one line of text; empty: nothing is kept
 */
record StateFile(Optional<Path> file) {

  private static final String FIRST_WORD = "entente-fsck-1";

  /**
   * A pass under way.
   *
   * @param findings how many it has had
   */
  record State(String origin, Position position, long findings) {

    State after(Step step) {
      return new State(origin, step.position(), findings + step.findings().size());
    }

    private String line() {
      return String.join(
              " ",
              FIRST_WORD,
              origin,
              Long.toString(position.verified()),
              Long.toString(position.objects()),
              Long.toString(findings))
          + "\n";
    }
  }

  /**
   * Where to go on.
   *
   * @throws CannotRun when the file is of another log, or none of these
   */
  State read(String origin) throws IOException {
    if (file.isEmpty() || Files.notExists(file.get())) {
      return new State(origin, Position.START, 0);
    }
    var words = List.of(Files.readString(file.get()).strip().split(" "));
    if (words.size() != 5 || !words.get(0).equals(FIRST_WORD) || !words.get(1).equals(origin)) {
      throw new CannotRun(file.get() + " is not the state of a check of " + origin);
    }
    try {
      var position = new Position(Long.parseLong(words.get(2)), Long.parseLong(words.get(3)));
      return new State(origin, position, Long.parseLong(words.get(4)));
    } catch (NumberFormatException _) {
      throw new CannotRun(file.get() + " has no numbers where they should be");
    }
  }

  /** Written aside and renamed: an interruption leaves the old state or the new one. */
  void write(State state) throws IOException {
    if (file.isPresent()) {
      var path = file.get().toAbsolutePath();
      var aside = path.resolveSibling(path.getFileName() + ".new");
      Files.writeString(
          aside,
          state.line(),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.DSYNC);
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The pass is over. */
  void delete() throws IOException {
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}
