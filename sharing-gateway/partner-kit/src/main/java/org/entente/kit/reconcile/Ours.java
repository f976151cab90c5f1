package org.entente.kit.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.journal.Reply;

/// What tells a journal's client's entries from others.
record Ours(
    String client, Optional<String> partner, long since, Set<String> statements, Set<String> ids) {

  private static final long SKEW_MILLIS = 60_000;

  static Ours of(Journal journal) {
    Set<String> statements = new HashSet<>();
    Set<String> ids = new HashSet<>();
    journal
        .attempts()
        .forEach(attempt -> {
          statements.add(attempt.statement().base64Url());
          attempt.reply().ifPresent(reply -> ids.addAll(ids(reply)));
        });
    long since =
        journal.attempts().stream()
            .findFirst()
            .map(first -> first.at().toEpochMilli() - SKEW_MILLIS)
            .orElse(0L);
    Optional<String> partner = journal.partner().map(id -> id.value());
    return new Ours(journal.client(), partner, since, statements, ids);
  }

  private static List<String> ids(Reply reply) {
    return switch (reply) {
      case Reply.Given given -> Comparison.leaf(given).stream().toList();
      case Reply.Refused refused -> refused.error().stream().toList();
      case Reply.None none -> List.of();
    };
  }

  /// Whether the journal has the request that this entry is about, whoever is disclosed in it.
  boolean accountsFor(LogEntry entry) {
    return entry.statement().filter(statements::contains).isPresent()
        || ids.contains(entry.leaf())
        || ids.contains(entry.request());
  }

  /// Whether requests of the journal are not among these.
  boolean miss(List<LogEntry> entries) {
    return !entries.stream()
        .flatMap(entry -> entry.statement().stream())
        .collect(Collectors.toSet())
        .containsAll(statements);
  }

  /// Whether it is this client's, as far as can be told.
  boolean has(LogEntry entry) {
    if (accountsFor(entry)) {
      return true;
    }
    return entry.time() >= since
        && entry.text("actor", "user", "uid").filter(client::equals).isPresent()
        && (partner.isEmpty() || entry.text("actor", "user", "org", "uid").equals(partner));
  }
}
