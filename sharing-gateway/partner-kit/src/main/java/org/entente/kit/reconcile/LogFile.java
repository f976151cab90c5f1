package org.entente.kit.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.json.JsonRejected;
import org.entente.log.EntryBundle;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.EvidenceRejected;
import org.entente.log.Octets;
import org.entente.log.TilePath;

/// The log as a file of lines, or as the folder of a mirror. What is in it is believed: a mirror is
/// verified when it is taken, an evidence pack before it is used.
///
/// Where a leaf's client is not disclosed, only entries that the journal accounts for can be told
/// to be this client's.
public final class LogFile implements LogSource {

  private final Path path;

  private LogFile(Path path) {
    this.path = path;
  }

  /// The log at this path.
  public static LogFile at(Path path) {
    return new LogFile(path);
  }

  @Override
  public Seen entries(Journal journal) {
    Ours ours = Ours.of(journal);
    try {
      List<LogEntry> all = Files.isDirectory(path) ? bundles() : lines();
      return new Seen(all.stream().filter(ours::has).toList(), Optional.empty());
    } catch (IOException | JsonRejected | EvidenceRejected e) {
      throw new FileTrouble(path + " cannot be read as a log.", e);
    }
  }

  @Override
  public Proofs proofs() {
    return Proofs.NONE;
  }

  private List<LogEntry> lines() throws IOException {
    List<LogEntry> entries = new ArrayList<>();
    try (Stream<String> lines = Files.lines(path)) {
      lines
          .filter(line -> !line.isBlank())
          .forEach(line -> entries.add(LogLine.of(line.getBytes(UTF_8), Optional.empty())));
    }
    return entries;
  }

  /// Of several widths of one bundle the widest.
  private List<LogEntry> bundles() throws IOException {
    Map<Long, EntryBundleCoordinates> widest = new TreeMap<>();
    try (Stream<Path> files = Files.walk(path.resolve("tile/entries"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = path.relativize(file).toString().replace('\\', '/');
        if (TilePath.parse(name) instanceof EntryBundleCoordinates at) {
          widest.merge(at.n(), at, (a, b) -> a.width() > b.width() ? a : b);
        }
      }
    }
    List<LogEntry> entries = new ArrayList<>();
    for (EntryBundleCoordinates at : widest.values()) {
      long index = at.n() * TilePath.FULL;
      for (Octets leaf : EntryBundle.parse(Files.readAllBytes(path.resolve(at.path())))) {
        entries.add(LogLine.of(leaf.toByteArray(), Optional.of(index++)));
      }
    }
    return entries;
  }
}
