package org.entente.kit.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.LogClient;
import org.entente.kit.client.Patience;
import org.entente.kit.client.Session;
import org.entente.kit.evidence.ProvenReceipt;
import org.entente.kit.journal.JournalReading.Journal;
import org.entente.log.TlogPolicy;

/// Searches the log as an auditor of the client's party. Every page is recorded there.
public final class LogSearch implements LogSource {

  private static final String PAGE = "200";
  private static final int NOT_FOUND = 404;

  /// Clocks may differ by this much.
  private static final long SKEW_SECONDS = 60;

  private final LogClient log;
  private final TlogPolicy policy;
  private final Supplier<Patience> patience;

  /// @param auditor whose session
  /// @param policy the keys the log signs with
  /// @param patience for each question: the log lets in only so many at a time
  public LogSearch(Session auditor, TlogPolicy policy, Supplier<Patience> patience) {
    this.log = new LogClient(auditor);
    this.policy = policy;
    this.patience = patience;
  }

  @Override
  public Seen entries(Journal journal) {
    List<LogEntry> entries = new ArrayList<>();
    Map<String, String> filters = filters(journal);
    Optional<Long> size = search(filters, entries);
    Ours ours = Ours.of(journal);
    if (ours.miss(entries) && erasedSince(filters)) {
      entries.addAll(erased(filters, ours));
      entries.sort(Comparator.comparingLong(entry -> -entry.index().orElse(0L)));
    }
    return new Seen(entries.reversed(), size);
  }

  /// Adds all pages, the newest entry first.
  ///
  /// @return the log's size at the first page
  private Optional<Long> search(Map<String, String> wanted, List<LogEntry> entries) {
    Map<String, String> filters = new LinkedHashMap<>(wanted);
    Optional<Long> size = Optional.empty();
    while (true) {
      Map<String, Object> page = patience.get().until(() -> log.search(filters)).members();
      if (size.isEmpty() && page.get("size") instanceof Long first) {
        size = Optional.of(first);
      }
      if (page.get("entries") instanceof List<?> found) {
        found.forEach(entry -> LogLine.of(entry).ifPresent(entries::add));
      }
      if (!(page.get("next") instanceof Long next)) {
        return size;
      }
      filters.put("before", next.toString());
    }
  }

  /// Whether the log says that it has erased who acted, since the journal began.
  private boolean erasedSince(Map<String, String> filters) {
    Map<String, String> erasures = new LinkedHashMap<>(filters);
    erasures.keySet().removeAll(List.of("actor", "party"));
    erasures.put("operation", "log.erase");
    List<LogEntry> found = new ArrayList<>();
    search(erasures, found);
    return !found.isEmpty();
  }

  /// A search by client does not find an entry whose client was erased. Only that is asked for
  /// here: one that still says who acted is hidden from the search.
  private List<LogEntry> erased(Map<String, String> filters, Ours ours) {
    Map<String, String> everybody = new LinkedHashMap<>(filters);
    everybody.remove("actor");
    List<LogEntry> found = new ArrayList<>();
    search(everybody, found);
    return found.stream()
        .filter(entry -> entry.text("actor", "user", "uid").isEmpty() && ours.accountsFor(entry))
        .toList();
  }

  private static Map<String, String> filters(Journal journal) {
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("actor", journal.client());
    journal.partner().ifPresent(partner -> filters.put("party", partner.value()));
    journal.attempts().stream()
        .findFirst()
        .ifPresent(first -> filters.put("from", first.at().minusSeconds(SKEW_SECONDS).toString()));
    filters.put("limit", PAGE);
    return filters;
  }

  @Override
  public Proofs proofs() {
    return leaf -> {
      try {
        return Optional.of(ProvenReceipt.of(patience.get().until(() -> log.receipt(leaf)), policy))
            .filter(proven -> proven.leaf().equals(leaf))
            .map(proven -> proven.proven().index());
      } catch (ExchangeRefused e) {
        if (e.status() == NOT_FOUND) {
          return Optional.empty();
        }
        throw e;
      }
    };
  }
}
