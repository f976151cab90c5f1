package org.entente.indicator.call;

import java.util.List;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.audit.Resource;

/// What a call is about to be answered. Only [Calls] lets it go, and only with a receipt.
public sealed interface Answer {
  /// Bytes to hand over; the record of it is still to be written.
  record Disclosure(Payload payload, List<Resource> resources) implements Answer {
    public Disclosure {
      resources = List.copyOf(resources);
    }
  }

  /// Bytes about the caller's own submissions; the record of it is still to be written. Withheld
  /// objects may be among them: it names no objects and no sizes.
  record Own(Payload payload) implements Answer {}

  /// Bytes whose record is in the log already.
  record Recorded(Payload payload, Receipt receipt) implements Answer {}
}
