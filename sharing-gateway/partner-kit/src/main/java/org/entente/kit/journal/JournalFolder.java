package org.entente.kit.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.entente.kit.file.AppendFile;
import org.entente.kit.file.Disk;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.file.Turn;
import org.entente.kit.json.JsonRejected;

/// Where a client keeps its journal and its count: `journal.ndjson`, which only grows, and
/// `counter.json`, which says how far they had come. A line is durable, then the counter, and only
/// then a number is used; whatever a crash leaves between the two is found and taken up by the next
/// turn. A journal may be moved away between requests: a new one then goes on counting.
///
/// Thread-safe, also among processes.
public final class JournalFolder {

  private final Disk disk;
  private final Path folder;
  private final String client;

  /// The folder of this client; nothing is made yet.
  public JournalFolder(Disk disk, Path folder, String client) {
    this.disk = disk;
    this.folder = folder;
    this.client = client;
  }

  /// The file of lines in a journal's folder.
  public static Path file(Path folder) {
    return folder.resolve("journal.ndjson");
  }

  /// Adds a line that may depend on the count. [FileTrouble] when the files contradict each other,
  /// [FileMismatch] when they are another client's: then nothing is numbered.
  ///
  /// @param counted whether the line gives a number, which is made durable twice
  /// @return what the line was made of
  <T> T add(boolean counted, Function<Counter, T> making, Function<T, Line> line) {
    try (Turn _ = Turn.with(folder);
        AppendFile file = disk.appending(file(folder))) {
      Counter before = caughtUp(file);
      T made = making.apply(before);
      Counter after = append(file, before, line.apply(made));
      if (counted) {
        disk.replace(counterFile(), after.bytes());
      }
      return made;
    }
  }

  private Path counterFile() {
    return folder.resolve("counter.json");
  }

  private static Counter append(AppendFile file, Counter before, Line line) {
    byte[] bytes = line.bytesBehind(before.line());
    file.append(bytes);
    return before.behind(line, bytes);
  }

  private Counter caughtUp(AppendFile file) {
    try {
      Counter kept =
          Files.exists(counterFile())
              ? Counter.parse(Files.readAllBytes(counterFile()))
              : Counter.START;
      byte[] first = Lines.next(file.all());
      if (first.length == 0) {
        return begun(file, kept.withoutJournal());
      }
      if (file.length() < kept.length()) {
        throw new FileTrouble(
            file.path() + " is shorter than " + counterFile() + " says: lines were taken away.");
      }
      requireOurs(file.path(), Line.parse(first));
      return readOn(file, kept);
    } catch (IOException e) {
      throw new FileTrouble(file.path() + " cannot be read.", e);
    } catch (JsonRejected e) {
      throw new FileTrouble(file.path() + " or " + counterFile() + " is damaged.", e);
    }
  }

  private Counter begun(AppendFile file, Counter from) {
    if (file.length() > 0) {
      file.truncate(0);
    }
    return append(file, from, Line.first(client, from));
  }

  private void requireOurs(Path path, Line first) {
    if (!first.text("client_id").equals(client)) {
      throw new FileMismatch(path + " is the journal of another client than " + client + ".");
    }
  }

  /// Takes up what was written after the counter; a line without an end was never used.
  private static Counter readOn(AppendFile file, Counter kept) throws IOException {
    InputStream in = file.all();
    in.skipNBytes(kept.length());
    Counter counter = kept;
    for (byte[] bytes = Lines.next(in); bytes.length > 0; bytes = Lines.next(in)) {
      Line line = Line.parse(bytes);
      if (!line.digest("line_before").equals(counter.line())) {
        throw new FileTrouble(file.path() + " is damaged at byte " + counter.length() + ".");
      }
      counter = counter.behind(line, bytes);
    }
    if (counter.length() < file.length()) {
      file.truncate(counter.length());
    }
    return counter;
  }
}
