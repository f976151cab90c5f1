package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;
import org.entente.kit.stix.StixPiece.TooLong;
import org.entente.kit.wording.Counted;

/// The objects that were not accepted: all of them in a file of lines, the first few for people.
final class FailureList implements AutoCloseable {

  private static final int SHOWN = 5;

  private final Optional<OutputStream> out;
  private final int shown;
  private final List<String> first = new ArrayList<>();
  private long count;
  private long tooLong;

  /// @param file overwritten; nothing is written without it
  FailureList(Optional<Path> file) {
    this(file, SHOWN);
  }

  private FailureList(Optional<Path> file, int shown) {
    out = file.map(FailureList::open);
    this.shown = shown;
  }

  /// Shows every one of them, and writes no file.
  static FailureList shown() {
    return new FailureList(Optional.empty(), Integer.MAX_VALUE);
  }

  private static OutputStream open(Path file) {
    try {
      return new BufferedOutputStream(Files.newOutputStream(file));
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be written.", e);
    }
  }

  /// Those of a part's TAXII status.
  void add(int part, byte[] status) {
    Map<String, Object> members = StrictJson.object(status);
    if (members.get("failures") instanceof List<?> failures) {
      for (Object failure : failures) {
        if (failure instanceof Map<?, ?> details) {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("part", part);
          line.put("submission", String.valueOf(members.get("id")));
          details.forEach((name, value) -> line.put(String.valueOf(name), value));
          add(line);
        }
      }
    }
    flush();
  }

  /// One that fits no submission and was not sent.
  void add(TooLong object) {
    tooLong++;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", object.id());
    line.put(
        "message",
        "LIMIT_BODY: %d bytes, more than a submission may hold; not sent"
            .formatted(object.length()));
    add(line);
  }

  private void add(Map<String, Object> line) {
    count++;
    if (first.size() < shown) {
      first.add("  " + line.getOrDefault("id", "") + ": " + line.getOrDefault("message", "failed"));
    }
    out.ifPresent(stream -> {
      try {
        stream.write((JsonText.of(line) + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        throw new FileTrouble("The --failures file cannot be written.", e);
      }
    });
  }

  private void flush() {
    try {
      if (out.isPresent()) {
        out.get().flush();
      }
    } catch (IOException e) {
      throw new FileTrouble("The --failures file cannot be written.", e);
    }
  }

  /// Objects that were not even sent.
  long tooLong() {
    return tooLong;
  }

  /// Shows the first few.
  void tell(Report report) {
    first.forEach(report::line);
    if (count > first.size()) {
      report.line("  and " + Counted.of(count - first.size(), "more failure") + ".");
    }
  }

  @Override
  public void close() {
    try {
      if (out.isPresent()) {
        out.get().close();
      }
    } catch (IOException e) {
      throw new FileTrouble("The --failures file cannot be written.", e);
    }
  }
}
