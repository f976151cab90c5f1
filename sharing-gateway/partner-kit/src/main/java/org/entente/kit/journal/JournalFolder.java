package org.entente.kit.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
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
/// turn. Requests of several threads share a turn, and so the waiting for the disk. A journal may
/// be moved away between requests: a new one then goes on counting.
///
/// Thread-safe, also among processes.
public final class JournalFolder {

  private final Disk disk;
  private final Path folder;
  private final String client;
  private final Queue<Addition> waiting = new ConcurrentLinkedQueue<>();

  /// Whoever holds it writes for all that wait; fair, so that those written for leave first.
  private final ReentrantLock writing = new ReentrantLock(true);

  private record Addition(Function<Counter, Line> making, CompletableFuture<Line> written) {

    /// The line, or what kept it from being made: it is this caller's, whoever wrote for all.
    Line line() {
      try {
        return written.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException own ? own : e;
      }
    }
  }

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

  /// Adds a line that may depend on the count, and returns when it is durable. Lines that are asked
  /// for while others are being written are written together: one wait for the disk serves them
  /// all. [FileTrouble] when the files contradict each other or cannot be written, [FileMismatch]
  /// when they are another client's: then nothing is numbered. What `making` throws reaches its own
  /// caller alone, and the lines of the others are written.
  ///
  /// @param making the line behind this count; called again when writing failed for somebody else
  Line add(Function<Counter, Line> making) {
    var addition = new Addition(making, new CompletableFuture<>());
    waiting.add(addition);
    writing.lock();
    try {
      if (!addition.written().isDone()) {
        writeWaiting();
      }
      return addition.line();
    } finally {
      waiting.remove(addition);
      writing.unlock();
    }
  }

  /// What is written is used only when all of it is durable, and the counter behind it.
  private void writeWaiting() {
    Map<Addition, Line> made = new LinkedHashMap<>();
    try (Turn _ = Turn.with(folder);
        AppendFile file = disk.appending(file(folder))) {
      Counter before = caughtUp(file);
      Counter counter = before;
      var bytes = new ByteArrayOutputStream();
      for (Addition addition : waiting) {
        Optional<Line> line = made(addition, counter);
        if (line.isPresent()) {
          byte[] chained = line.get().bytesBehind(counter.line());
          bytes.writeBytes(chained);
          counter = counter.behind(line.get(), chained);
          made.put(addition, line.get());
        }
      }
      file.append(bytes.toByteArray());
      if (!counter.statement().equals(before.statement())) {
        disk.replace(counterFile(), counter.bytes());
      }
    }
    waiting.removeAll(made.keySet());
    made.forEach((addition, line) -> addition.written().complete(line));
  }

  private Optional<Line> made(Addition addition, Counter counter) {
    try {
      return Optional.of(addition.making().apply(counter));
    } catch (RuntimeException e) {
      waiting.remove(addition);
      addition.written().completeExceptionally(e);
      return Optional.empty();
    }
  }

  private Path counterFile() {
    return folder.resolve("counter.json");
  }

  private Counter caughtUp(AppendFile file) {
    try {
      Counter kept =
          Files.exists(counterFile())
              ? Counter.parse(Files.readAllBytes(counterFile()))
              : Counter.START;
      byte[] first = Lines.next(file.all());
      if (first.length == 0) {
        return begun(file, kept);
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

  private Counter begun(AppendFile file, Counter kept) {
    Counter from = kept.withoutJournal();
    if (!from.equals(kept)) {
      disk.replace(counterFile(), from.bytes());
    }
    if (file.length() > 0) {
      file.truncate(0);
    }
    Line line = Line.first(client, from);
    byte[] bytes = line.bytesBehind(from.line());
    file.append(bytes);
    return from.behind(line, bytes);
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
