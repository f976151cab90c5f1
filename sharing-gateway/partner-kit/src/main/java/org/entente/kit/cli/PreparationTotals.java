package org.entente.kit.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entente.kit.prepare.Preparation;
import org.entente.kit.prepare.Prepared;
import org.entente.kit.prepare.Prepared.Added;
import org.entente.kit.wording.Counted;

/// Counts what was added to objects.
final class PreparationTotals {

  private static final int SHOWN = 5;

  private final Map<Added, Long> added = new EnumMap<>(Added.class);
  private final List<Object> left = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private long objects;

  void add(String id, Prepared prepared) {
    objects++;
    prepared.added().forEach(what -> added.merge(what, 1L, Long::sum));
    prepared
        .open()
        .ifPresent(reason -> {
          left.add(Map.of("id", id, "reason", reason));
          lines.add("  " + id + " left as it is: " + reason);
        });
  }

  long objects() {
    return objects;
  }

  Report report(Preparation preparation) {
    Report report =
        new Report()
            .put("objects", objects)
            .put("marked", count(Added.MARKING))
            .put("authored", count(Added.AUTHOR))
            .put("made_releasable", count(Added.RELEASABILITY))
            .put("wallets_extended", count(Added.WALLET))
            .put("wallets_left", left)
            .line(sentence(preparation));
    lines.stream().limit(SHOWN).forEach(report::line);
    return lines.size() > SHOWN
        ? report.line("  and " + Counted.of(lines.size() - SHOWN, "more wallet") + ".")
        : report;
  }

  private String sentence(Preparation preparation) {
    var parts = new ArrayList<String>();
    parts.add(count(Added.MARKING) + " marked TLP:" + preparation.tlp().name().replace('_', '+'));
    preparation.producer().ifPresent(_ -> parts.add(count(Added.AUTHOR) + " given an author"));
    preparation
        .releasability()
        .ifPresent(_ -> parts.add(count(Added.RELEASABILITY) + " made releasable"));
    preparation.wallets().ifPresent(_ -> parts.add(count(Added.WALLET) + " wallets extended"));
    return Counted.of(objects, "object") + ": " + String.join(", ", parts) + ".";
  }

  private long count(Added what) {
    return added.getOrDefault(what, 0L);
  }
}
