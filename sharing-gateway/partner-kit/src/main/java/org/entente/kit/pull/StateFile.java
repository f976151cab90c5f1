package org.entente.kit.pull;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.client.Place;
import org.entente.kit.file.AppendFile;
import org.entente.kit.file.Disk;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;

/// The file that remembers how far a reading has come: one JSON object, replaced as a whole. Beside
/// it stands `<file>.lock`, so that two runs do not share a place. Not thread-safe.
public final class StateFile implements AutoCloseable {

  private static final long VERSION = 1;

  private final Disk disk;
  private final Path file;
  private final Reading reading;
  private final AppendFile lock;

  /// Takes the file for this run; [FileTrouble] when another run has it.
  public StateFile(Disk disk, Path file, Reading reading) {
    this.disk = disk;
    this.file = file;
    this.reading = reading;
    this.lock = disk.appending(file.resolveSibling(file.getFileName() + ".lock"));
  }

  /// How far the reading has come, or empty when there is no file. [FileMismatch] when it is about
  /// another reading.
  public Optional<Progress> load() {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    Map<String, Object> members = members();
    require("exchange", text(members, "api_root"), Optional.of(reading.apiRoot()));
    require("client", text(members, "client"), Optional.of(reading.client()));
    require("collection", text(members, "collection"), Optional.of(reading.collection()));
    require("--added-after", text(members, "from"), reading.addedAfter());
    require("--match", text(members, "match"), match());
    Place place =
        new Place(text(members, "added_after"), text(members, "next"), text(members, "last"));
    return Optional.of(
        new Progress(
            place,
            number(members, "pages"),
            number(members, "objects"),
            number(members, "line_bytes")));
  }

  /// Remembers this place, durably, when this returns.
  public void save(Progress progress) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("version", VERSION);
    members.put("api_root", reading.apiRoot());
    members.put("client", reading.client());
    members.put("collection", reading.collection());
    reading.addedAfter().ifPresent(value -> members.put("from", value));
    match().ifPresent(value -> members.put("match", value));
    progress.place().addedAfter().ifPresent(value -> members.put("added_after", value));
    progress.place().next().ifPresent(value -> members.put("next", value));
    progress.place().last().ifPresent(value -> members.put("last", value));
    members.put("pages", progress.pages());
    members.put("objects", progress.objects());
    members.put("line_bytes", progress.lineBytes());
    disk.replace(file, (JsonText.indented(members) + "\n").getBytes(UTF_8));
  }

  private Optional<String> match() {
    return Optional.of(String.join(" ", reading.match())).filter(text -> !text.isEmpty());
  }

  private Map<String, Object> members() {
    try {
      Map<String, Object> members = StrictJson.object(Files.readAllBytes(file));
      if (number(members, "version") == VERSION) {
        return members;
      }
    } catch (IOException | JsonRejected e) {
      throw new FileTrouble(file + " cannot be read as a place.", e);
    }
    throw new FileTrouble(file + " is of another version of the kit.");
  }

  private void require(String what, Optional<String> kept, Optional<String> wanted) {
    if (!kept.equals(wanted)) {
      throw new FileMismatch(
          "%s keeps a place for another %s (%s, not %s). Name another --state."
              .formatted(file, what, kept.orElse("none"), wanted.orElse("none")));
    }
  }

  private static Optional<String> text(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private long number(Map<String, Object> members, String name) {
    if (members.get(name) instanceof Long number && number >= 0) {
      return number;
    }
    throw new FileTrouble(file + " lacks " + name + ".");
  }

  @Override
  public void close() {
    lock.close();
  }
}
