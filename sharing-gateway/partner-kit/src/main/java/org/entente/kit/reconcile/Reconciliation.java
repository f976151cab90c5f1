package org.entente.kit.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.kit.journal.Attempt;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.journal.Reply;
import org.entente.kit.reconcile.Finding.Kind;

/// Goes through a journal and a log and says what only one of them has. One use, one thread.
public final class Reconciliation {

  private static final String UNRECORDED = "AUDIT_UNAVAILABLE";

  private final Journal journal;
  private final Logged log;
  private final Proofs proofs;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Long> counted = new HashSet<>();
  private int agreed;

  private Reconciliation(Journal journal, Collection<LogEntry> entries, Proofs proofs) {
    this.journal = journal;
    this.log = new Logged(entries);
    this.proofs = proofs;
  }

  /// What came of it.
  ///
  /// @param attempts in the journal
  /// @param entries in the log, of this client
  /// @param agreed attempts that both have, alike and answered
  /// @param missing numbers up to the greatest known one that the log does not have
  /// @param findings in the order of the journal, then of the log
  public record Result(
      int attempts, int entries, int agreed, List<Long> missing, List<Finding> findings) {
    public Result {
      missing = List.copyOf(missing);
      findings = List.copyOf(findings);
    }

    /// Whether somebody must be asked about something.
    public boolean contradicts() {
      return findings.stream().anyMatch(finding -> finding.kind().contradiction());
    }
  }

  /// Compares.
  ///
  /// @param entries the log's about this client, since the journal began
  /// @param proofs asked about what a search does not show
  public static Result of(Journal journal, Collection<LogEntry> entries, Proofs proofs) {
    return new Reconciliation(journal, entries, proofs).result(entries.size());
  }

  private Result result(int entries) {
    journal
        .findings()
        .forEach(what -> find(Kind.JOURNAL_DAMAGED, Optional.empty(), "the journal: " + what));
    journal.attempts().forEach(this::compare);
    replayed();
    Map<Long, Attempt> known = new HashMap<>();
    journal.attempts().forEach(attempt -> known.put(attempt.number(), attempt));
    long since = journal.attempts().stream().findFirst().map(a -> a.at().toEpochMilli()).orElse(0L);
    log.rest(since).forEach(entry -> foreign(entry, known));
    return new Result(journal.attempts().size(), entries, agreed, missing(known), findings);
  }

  private void compare(Attempt attempt) {
    List<LogEntry> entries = entries(attempt);
    if (entries.isEmpty()) {
      absent(attempt);
      return;
    }
    List<String> differences = new Comparison(attempt, entries).differences();
    differences.forEach(what -> find(Kind.DIFFERENT, attempt, entries, what));
    if (attempt.reply().isEmpty() || attempt.reply().get() instanceof Reply.None) {
      LogEntry first = entries.getFirst();
      find(
          Kind.ARRIVED,
          attempt,
          entries,
          "no answer came; it arrived and was answered %s: %s, %s"
              .formatted(first.status(), first.operation(), first.place()));
    } else if (differences.isEmpty()) {
      agreed++;
    }
  }

  private List<LogEntry> entries(Attempt attempt) {
    List<LogEntry> numbered = log.ofStatement(attempt.statement().base64Url());
    if (!numbered.isEmpty()) {
      counted.add(attempt.number());
      return numbered;
    }
    return switch (attempt.reply().orElse(new Reply.None(""))) {
      case Reply.Refused refused -> refused.error().map(log::unnumbered).orElse(List.of());
      case Reply.Given given ->
          Comparison.leaf(given).flatMap(log::ofLeaf).map(List::of).orElse(List.of());
      case Reply.None none -> List.of();
    };
  }

  private void absent(Attempt attempt) {
    if (attempt.reply().isEmpty()) {
      find(
          Kind.NOT_SENT,
          attempt,
          List.of(),
          "numbered, and the run ended before anything came of it; it is not in the log");
      return;
    }
    switch (attempt.reply().get()) {
      case Reply.None none ->
          find(
              Kind.NOT_ARRIVED,
              attempt,
              List.of(),
              "sent, no answer came, and it is not in the log");
      case Reply.Refused refused -> refusedAndAbsent(attempt, refused);
      case Reply.Given given -> givenAndAbsent(attempt, given);
    }
  }

  private void refusedAndAbsent(Attempt attempt, Reply.Refused refused) {
    boolean unrecorded = refused.code().equals(UNRECORDED) || refused.code().startsWith("HTTP_5");
    find(
        unrecorded ? Kind.NOT_RECORDED : Kind.NOT_IN_LOG,
        attempt,
        List.of(),
        "refused with %d %s; it is not in the log".formatted(refused.status(), refused.code()));
  }

  private void givenAndAbsent(Attempt attempt, Reply.Given given) {
    Optional<Long> proven = Comparison.leaf(given).flatMap(proofs::indexOf);
    if (proven.isPresent()) {
      String what =
          "answered %d; the log's tree has it as entry %d, the search does not show it"
              .formatted(given.status(), proven.get());
      findings.add(new Finding(Kind.HIDDEN, Optional.of(attempt.number()), proven, what));
    } else {
      String receipt = given.receipt().map(handle -> "receipt " + handle).orElse("no receipt");
      find(
          Kind.NOT_IN_LOG,
          attempt,
          List.of(),
          "answered %d with %s; it is not in the log".formatted(given.status(), receipt));
    }
  }

  private void replayed() {
    log.replayed()
        .forEach((digest, entries) ->
            findings.add(
                new Finding(
                    Kind.REPLAYED,
                    entries.getFirst().number(),
                    entries.getLast().index(),
                    "one statement came with several requests: "
                        + String.join(", ", entries.stream().map(LogEntry::place).toList()))));
  }

  /// An entry that nothing in the journal accounts for.
  private void foreign(LogEntry entry, Map<Long, Attempt> known) {
    Optional<Long> number = entry.number();
    if (number.filter(n -> n < journal.first()).isPresent()) {
      return; // An earlier journal's.
    }
    boolean taken = number.filter(known::containsKey).isPresent();
    String what =
        "%s, %s %s at %s: %s"
            .formatted(
                entry.place(),
                entry.operation(),
                entry.status(),
                Instant.ofEpochMilli(entry.time()),
                taken
                    ? "number " + number.get() + " with a statement the journal does not have"
                    : number
                        .map(n -> "number " + n + ", which the journal does not have")
                        .orElse("without a number; the journal does not have it"));
    findings.add(
        new Finding(taken ? Kind.NUMBER_TAKEN : Kind.NOT_IN_JOURNAL, number, entry.index(), what));
  }

  private List<Long> missing(Map<Long, Attempt> known) {
    Set<Long> all = new TreeSet<>(known.keySet());
    all.removeAll(counted);
    return List.copyOf(all);
  }

  private void find(Kind kind, Optional<Long> number, String what) {
    findings.add(new Finding(kind, number, Optional.empty(), what));
  }

  private void find(Kind kind, Attempt attempt, List<LogEntry> entries, String what) {
    Optional<Long> index = entries.stream().findFirst().flatMap(LogEntry::index);
    String asked = attempt.asked().method() + " " + attempt.asked().path();
    findings.add(
        new Finding(
            kind,
            Optional.of(attempt.number()),
            index,
            "number %d, %s at %s: %s".formatted(attempt.number(), asked, attempt.at(), what)));
  }
}
