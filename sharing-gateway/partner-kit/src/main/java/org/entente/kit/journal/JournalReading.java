package org.entente.kit.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.sequence.SequenceVerifier;

/// Reads a whole journal and checks it: the chain of its lines, every signature, the chain of the
/// statements, and that no number is left out. One use, one thread.
public final class JournalReading {

  private final StatementCheck statements;
  private final Map<Sha256, Attempt> attempts = new LinkedHashMap<>();
  private final Map<Long, Asked> requests = new HashMap<>();
  private final List<String> findings = new ArrayList<>();
  private Counter counter = Counter.START;
  private String client = "";
  private long first = 1;
  private long lines;

  private JournalReading(SequenceVerifier verifier) {
    this.statements = new StatementCheck(verifier);
  }

  /// What a journal says.
  ///
  /// @param partner whose signer signs it; empty when nothing verifies
  /// @param first the number it begins with
  /// @param attempts in the order they were numbered
  /// @param findings what does not fit, the first one first; empty when all does
  public record Journal(
      String client,
      Optional<PartnerId> partner,
      long first,
      List<Attempt> attempts,
      List<String> findings) {
    public Journal {
      attempts = List.copyOf(attempts);
      findings = List.copyOf(findings);
    }

    /// The same without what was numbered at this time or later.
    public Journal until(Instant time) {
      List<Attempt> earlier =
          attempts.stream().filter(attempt -> attempt.at().isBefore(time)).toList();
      return new Journal(client, partner, first, earlier, findings);
    }
  }

  /// Reads the journal in this folder, also while it grows; [FileTrouble] when there is none.
  ///
  /// @param verifier believes the partner's signers
  public static Journal of(Path folder, SequenceVerifier verifier) {
    Path file = JournalFolder.file(folder);
    JournalReading reading = new JournalReading(verifier);
    // The counter first: what is written after it has been read is no fault of the journal's.
    Optional<Counter> kept = counter(folder);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (byte[] line = Lines.next(in); line.length > 0; line = Lines.next(in)) {
        reading.read(line, kept);
      }
    } catch (IOException e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
    return reading.journal(kept);
  }

  private static Optional<Counter> counter(Path folder) {
    Path file = folder.resolve("counter.json");
    try {
      return Files.exists(file)
          ? Optional.of(Counter.parse(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | JsonRejected e) {
      throw new FileTrouble(file + " cannot be read.", e);
    }
  }

  private Journal journal(Optional<Counter> kept) {
    if (kept.filter(end -> end.length() > counter.length()).isPresent()) {
      findings.add("the journal is shorter than its counter says: lines were taken from its end");
    }
    return new Journal(
        client, statements.partner(), first, List.copyOf(attempts.values()), findings);
  }

  private void read(byte[] bytes, Optional<Counter> kept) {
    lines++;
    try {
      Line line = Line.parse(bytes);
      if (!line.digest("line_before").equals(counter.line())) {
        find("it does not follow the line before");
      }
      take(line);
      counter = counter.behind(line, bytes);
    } catch (JsonRejected e) {
      find("it cannot be read");
      counter = counter.behind(new Line(Map.of()), bytes);
    }
    if (kept.filter(this::differs).isPresent()) {
      find("it is not the line the counter was written behind");
    }
  }

  private boolean differs(Counter kept) {
    return kept.length() == counter.length() && !kept.line().equals(counter.line());
  }

  private void take(Line line) {
    switch (line.kind()) {
      case "journal" -> begin(line);
      case "asked" -> asked(line);
      case "answered", "unanswered" -> came(line);
      default -> find("it is of no known kind");
    }
  }

  private void begin(Line line) {
    if (lines != 1 || line.number("journal") != Line.VERSION) {
      find("a journal of version " + Line.VERSION + " does not begin here");
    }
    client = line.text("client_id");
    first = line.number("after") + 1;
    counter =
        new Counter(line.number("after"), line.digest("prev"), counter.length(), counter.line());
  }

  private void asked(Line line) {
    Attempt attempt = line.attempt();
    if (attempt.number() > counter.number() + 1) {
      find("number " + (counter.number() + 1) + " and perhaps more are left out");
    }
    Asked known = requests.putIfAbsent(attempt.number(), attempt.asked());
    if (attempt.number() < first || (known != null && !known.equals(attempt.asked()))) {
      find("number " + attempt.number() + " is given twice, to different requests");
    }
    statements.fault(line, client, counter).ifPresent(this::find);
    attempts.put(attempt.statement(), attempt);
  }

  private void came(Line line) {
    Sha256 statement = line.digest("statement_sha256").orElse(Sha256.of(new byte[0]));
    Attempt attempt = attempts.get(statement);
    if (attempt == null || attempt.reply().isPresent()) {
      find("it answers nothing that was asked");
    } else {
      attempts.put(statement, attempt.with(line.reply()));
    }
  }

  private void find(String what) {
    findings.add("line " + lines + ": " + what);
  }
}
