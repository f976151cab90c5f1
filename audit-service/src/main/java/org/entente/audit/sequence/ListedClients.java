package org.entente.audit.sequence;

import java.util.List;
import java.util.Optional;
import org.entente.audit.reconciliation.FiledTotals;

/** One page of clients, each with what its party found when it compared its journal last. */
public record ListedClients(CountingClients page, List<Row> rows) {

  /** One of them. */
  public record Row(CountingClient client, Optional<FiledTotals> filed) {}

  public ListedClients {
    rows = List.copyOf(rows);
  }

  static ListedClients of(CountingClients page, List<FiledTotals> filed) {
    return new ListedClients(
        page,
        page.clients().stream().map(client -> new Row(client, about(client, filed))).toList());
  }

  private static Optional<FiledTotals> about(CountingClient client, List<FiledTotals> filed) {
    return filed.stream()
        .filter(one -> new ClientName(one.party(), one.client()).equals(client.name()))
        .findFirst();
  }
}
