package org.entente.audit.sequencer;

import java.time.Duration;
import java.util.List;

/** The way to the replica that leads, for those that do not. Thread-safe. */
@FunctionalInterface
public interface Fellow {

  /**
   * Has the leader append these entries in one commit and waits until they are durable; of none, it
   * says whether it leads.
   *
   * @param leader its address, as it wrote it into the log's head
   * @param within how long to wait at most
   * @return one result for each entry, in order
   * @throws NotLeading when that replica does not lead, or does not answer: nothing is known about
   *     the entries, and to try again is safe
   * @throws LogBusy when too much waits there already
   * @throws LogUnavailable when it leads and cannot append
   */
  List<AppendResult> append(String leader, List<NewEntry> entries, Duration within);
}
