package org.entente.audit.sequence;

import java.util.List;

/**
 * One page of the clients that number their requests, by party and name.
 *
 * @param more whether there are others behind the last one
 */
public record CountingClients(List<CountingClient> clients, boolean more) {

  public CountingClients {
    clients = List.copyOf(clients);
  }

  static CountingClients of(List<CountingClient> found, int most) {
    var more = found.size() > most;
    return new CountingClients(more ? found.subList(0, most) : found, more);
  }

  public boolean none() {
    return clients.isEmpty();
  }

  /** The last one, behind which the next page begins. */
  public CountingClient last() {
    return clients.getLast();
  }
}
