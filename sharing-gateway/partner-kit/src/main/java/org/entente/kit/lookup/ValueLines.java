package org.entente.kit.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.entente.kit.file.FileTrouble;
import org.jspecify.annotations.Nullable;

/// Values as they come: those of a command line, then those of files, one on each line, read only
/// as far as they are asked for. Blank ones are skipped. Not thread-safe.
public final class ValueLines implements AutoCloseable {

  private static final String STANDARD_INPUT = "-";

  private final Deque<String> values;
  private final Deque<Path> files;
  private final InputStream standardInput;
  private @Nullable BufferedReader open;
  private Path current = Path.of(STANDARD_INPUT);

  /// @param values `-` stands for the lines of standard input
  /// @param files `-` stands for standard input
  public ValueLines(List<String> values, List<Path> files, InputStream standardInput) {
    this.values = new ArrayDeque<>(values);
    this.files = new ArrayDeque<>(files);
    this.standardInput = standardInput;
    if (this.values.removeIf(STANDARD_INPUT::equals)) {
      this.files.addFirst(Path.of(STANDARD_INPUT));
    }
  }

  /// The next values, at least one of them unless there is none left.
  ///
  /// @param most of them
  /// @param characters of all together, about
  public List<String> next(int most, int characters) {
    List<String> some = new ArrayList<>();
    int length = 0;
    try {
      while (some.size() < most && length < characters) {
        String value = values.isEmpty() ? line() : values.poll();
        if (value == null) {
          break;
        }
        if (!value.isBlank()) {
          some.add(value.strip());
          length += value.length();
        }
      }
      return some;
    } catch (IOException e) {
      throw new FileTrouble(current + " cannot be read.", e);
    }
  }

  private @Nullable String line() throws IOException {
    while (true) {
      if (open == null && !openNext()) {
        return null;
      }
      String line = open == null ? null : open.readLine();
      if (line != null) {
        return line;
      }
      close();
    }
  }

  private boolean openNext() throws IOException {
    Path file = files.poll();
    if (file == null) {
      return false;
    }
    current = file;
    boolean standard = file.equals(Path.of(STANDARD_INPUT));
    InputStream in = standard ? standardInput : Files.newInputStream(file);
    open = new BufferedReader(new InputStreamReader(in, UTF_8));
    return true;
  }

  @Override
  public void close() {
    BufferedReader last = open;
    open = null;
    try {
      if (last != null && !current.equals(Path.of(STANDARD_INPUT))) {
        last.close();
      }
    } catch (IOException e) {
      throw new FileTrouble(current + " cannot be closed.", e);
    }
  }
}
