package org.entente.kit.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.journal.Attempt;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.kit.json.JsonText;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.reconcile.Finding.Side;
import org.entente.kit.reconcile.Reconciliation.Result;

/// What a party tells the log that it found: the body of `POST /v1/reconciliations`.
public final class Claim {

  private static final int MOST = 1_000;
  private static final int LONGEST = 300;

  private final Journal journal;
  private final Result result;

  private Claim(Journal journal, Result result) {
    this.journal = journal;
    this.result = result;
  }

  /// The bytes to send.
  ///
  /// @param size of the log that was compared with
  /// @param until what was numbered then or later was not compared
  /// @throws FileTrouble when nothing in the journal says whose it is
  public static byte[] of(Journal journal, Result result, long size, Instant until) {
    return JsonText.of(new Claim(journal, result).members(size, until)).getBytes(UTF_8);
  }

  private Map<String, Object> members(long size, Instant until) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("party", party());
    members.put("client", journal.client());
    List<Long> numbers = journal.attempts().stream().map(Attempt::number).sorted().toList();
    if (!numbers.isEmpty()) {
      members.put("numbers", Map.of("first", numbers.getFirst(), "last", numbers.getLast()));
    }
    members.put("times", times(until));
    members.put("size", size);
    members.put("attempts", (long) result.attempts());
    members.put("entries", (long) result.entries());
    members.put("matched", (long) result.agreed());
    members.put("only_in_journal", side(Side.JOURNAL));
    members.put("only_in_log", side(Side.LOG));
    members.put("differing", side(Side.BOTH));
    return members;
  }

  private String party() {
    return journal
        .partner()
        .map(PartnerId::value)
        .orElseThrow(() ->
            new FileTrouble(
                "Nothing in the journal is signed, so that it cannot be said whose it is."));
  }

  private Map<String, Object> times(Instant until) {
    Instant begin = journal.attempts().stream().map(Attempt::at).sorted().findFirst().orElse(until);
    return Map.of("from", whole(begin), "to", whole(until.isBefore(begin) ? begin : until));
  }

  private static String whole(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private Map<String, Object> side(Side side) {
    List<Finding> all = result.findings().stream().filter(f -> isOf(f.kind(), side)).toList();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("total", (long) all.size());
    members.put("listed", all.stream().limit(MOST).map(Claim::item).toList());
    return members;
  }

  /// What both have differs only if it contradicts: an answer that did not come is no difference.
  private static boolean isOf(Finding.Kind kind, Side side) {
    return kind.side() == side && (side != Side.BOTH || kind.contradiction());
  }

  private static Map<String, Object> item(Finding finding) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("kind", finding.kind().name());
    finding.number().filter(number -> number > 0).ifPresent(number -> item.put("number", number));
    finding.index().ifPresent(index -> item.put("index", index));
    item.put("what", oneLine(finding.what()));
    return item;
  }

  /// What others wrote, in a place for one line.
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .takeWhile(c -> line.length() + Character.charCount(c) <= LONGEST)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
