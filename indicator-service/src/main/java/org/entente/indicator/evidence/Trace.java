package org.entente.indicator.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.audit.Resource;
import org.entente.stix.rule.StixTime;

/// One version of an object that the caller may see, and the submission it came with.
record Trace(Resource object, UUID submission) {
  /// The trace of the wanted version; of the first one when none is named. Versions are compared as
  /// instants (TAXII 2.1 §3.4.1).
  static Optional<Trace> pick(List<Trace> traces, Optional<String> version) {
    if (version.isEmpty()) {
      return traces.stream().findFirst();
    }
    Optional<String> wanted = version.flatMap(StixTime::parse).map(StixTime::sortable);
    return traces.stream()
        .filter(trace -> wanted.isPresent() && trace.sortable().equals(wanted))
        .findFirst();
  }

  private Optional<String> sortable() {
    return StixTime.parse(object.version()).map(StixTime::sortable);
  }
}
