package org.entente.audit.export;

import java.util.Optional;
import org.entente.audit.console.Asked;

/** What a page says about an export before anybody takes it. */
public record Offer(Asked asked, Part part) {

  /** How many entries. */
  public long count() {
    return part.indices().size();
  }

  public boolean empty() {
    return part.indices().isEmpty();
  }

  /** The oldest entry's index. */
  public long first() {
    return part.indices().getFirst();
  }

  /** The newest entry's index. */
  public long last() {
    return part.indices().getLast();
  }

  /** The query that finds these entries again, although the log has grown since. */
  public String same() {
    return asked.from("before", last() + 1);
  }

  /** The query of the part that continues this one, if more entries match. */
  public Optional<String> rest() {
    return part.next().map(before -> asked.from("before", before));
  }
}
