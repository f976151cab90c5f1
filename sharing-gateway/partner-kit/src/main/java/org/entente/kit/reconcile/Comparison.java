package org.entente.kit.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kit.journal.Attempt;
import org.entente.kit.journal.Reply;
import org.entente.kit.manifest.Sha256;

/// Compares one attempt with the entries about it.
///
/// @param entries at least one
record Comparison(Attempt attempt, List<LogEntry> entries) {

  /// What differs, in words; empty when nothing does.
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    for (LogEntry entry : entries) {
      compare(differences, entry);
    }
    attempt.reply().ifPresent(reply -> compare(differences, reply));
    return differences;
  }

  private void compare(List<String> differences, LogEntry entry) {
    entry
        .number()
        .filter(number -> number != attempt.number())
        .ifPresent(number -> differences.add(entry.place() + " has number " + number));
    if (entry.isOfTheLog()) {
      requireReceipt(differences, entry);
      return;
    }
    differs(entry.text("http_request", "http_method"), attempt.asked().method())
        .ifPresent(method -> differences.add(entry.place() + " is a " + method));
    // What a deletion is about is not in the log.
    if (!attempt.asked().method().equals("DELETE")) {
      differs(entry.text("http_request", "url", "path"), attempt.asked().path())
          .ifPresent(path -> differences.add(entry.place() + " is about " + path));
    }
  }

  private void requireReceipt(List<String> differences, LogEntry entry) {
    if (!attempt.asked().path().startsWith("/receipts/")
        || !entry.operation().equals("receipt.get")) {
      differences.add(entry.place() + " is a " + entry.operation());
    }
  }

  private void compare(List<String> differences, Reply reply) {
    switch (reply) {
      case Reply.Given given -> {
        statusOf(differences, given.status());
        receiptOf(differences, given);
        bodyOf(differences, given.body());
      }
      case Reply.Refused refused -> {
        statusOf(differences, refused.status());
        codeOf(differences, refused.code());
      }
      case Reply.None none -> {}
    }
  }

  private void statusOf(List<String> differences, int status) {
    for (LogEntry entry : answers()) {
      differs(Optional.of(entry.status()), Integer.toString(status))
          .ifPresent(logged ->
              differences.add(
                  entry.place() + " has status " + logged + ", the answer was " + status));
    }
  }

  private void codeOf(List<String> differences, String code) {
    for (LogEntry entry : answers()) {
      differs(entry.text("status_detail"), code)
          .ifPresent(logged ->
              differences.add(entry.place() + " has code " + logged + ", the answer was " + code));
    }
  }

  private void receiptOf(List<String> differences, Reply.Given given) {
    Optional<String> leaf = leaf(given);
    if (leaf.isPresent() && entries.stream().noneMatch(entry -> leaf.get().equals(entry.leaf()))) {
      differences.add("the receipt is that of another entry, with leaf " + leaf.get());
    }
  }

  /// A record names the digest of what was given or of what was asked, never another.
  private void bodyOf(List<String> differences, Sha256 given) {
    for (LogEntry entry : answers()) {
      Optional<String> logged = entry.text("exchange", "body_sha256");
      if (logged.isPresent()
          && !logged.get().equals(given.base64Url())
          && !logged.equals(attempt.asked().body().map(Sha256::base64Url))) {
        differences.add(
            entry.place() + " has another body's digest than what was sent and answered");
      }
    }
  }

  private List<LogEntry> answers() {
    return entries.stream().filter(entry -> !entry.isLater()).toList();
  }

  private static Optional<String> differs(Optional<String> logged, String journal) {
    return logged.filter(value -> !value.equals("-") && !value.equals(journal));
  }

  /// The leaf hash in an answer's receipt.
  static Optional<String> leaf(Reply.Given given) {
    return given.receipt().map(handle -> handle.substring(handle.indexOf(';') + 1));
  }
}
