package org.entente.kit.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A client's entries in the log, by what they can be found by. Not thread-safe.
final class Logged {

  private final List<LogEntry> entries;
  private final Map<String, List<LogEntry>> byStatement = new HashMap<>();
  private final Map<String, List<LogEntry>> byRequest = new HashMap<>();
  private final Map<String, LogEntry> byLeaf = new HashMap<>();
  private final Set<LogEntry> claimed = new HashSet<>();

  /// @param entries in the order of the log
  Logged(Collection<LogEntry> entries) {
    this.entries = List.copyOf(entries);
    for (LogEntry entry : this.entries) {
      entry.statement().ifPresent(digest -> add(byStatement, digest, entry));
      add(byRequest, entry.request(), entry);
      byLeaf.put(entry.leaf(), entry);
    }
  }

  private static void add(Map<String, List<LogEntry>> by, String key, LogEntry entry) {
    by.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
  }

  /// Everything about the request with this statement.
  List<LogEntry> ofStatement(String digest) {
    return claim(byStatement.getOrDefault(digest, List.of()));
  }

  /// Everything about the request with this id that carries no number: what is refused before its
  /// number is read.
  List<LogEntry> unnumbered(String request) {
    return claim(
        byRequest.getOrDefault(request, List.of()).stream()
            .filter(entry -> entry.statement().isEmpty())
            .toList());
  }

  Optional<LogEntry> ofLeaf(String leaf) {
    Optional<LogEntry> found = Optional.ofNullable(byLeaf.get(leaf));
    found.ifPresent(claimed::add);
    return found;
  }

  private List<LogEntry> claim(List<LogEntry> found) {
    claimed.addAll(found);
    return found;
  }

  /// What nobody has asked for. What is from before this time and stands before everything that was
  /// asked for, was there before the client began to count here.
  ///
  /// @param since milliseconds since the epoch
  List<LogEntry> rest(long since) {
    List<LogEntry> rest = new ArrayList<>();
    boolean counting = claimed.isEmpty();
    for (LogEntry entry : entries) {
      counting |= claimed.contains(entry) || entry.time() >= since;
      if (counting && !claimed.contains(entry)) {
        rest.add(entry);
      }
    }
    return rest;
  }

  /// The statements that stand with more than one request.
  Map<String, List<LogEntry>> replayed() {
    Map<String, List<LogEntry>> replayed = new HashMap<>();
    byStatement.forEach((digest, found) -> {
      if (found.stream().map(LogEntry::request).distinct().count() > 1) {
        replayed.put(digest, found);
      }
    });
    return replayed;
  }
}
