package org.entente.agreement;

import java.util.Optional;
import org.entente.agreement.Faults.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * What of YAML is not taken, looked for before anything is built from it: anchors and aliases,
 * which can stand for gigabytes and hide what a reviewer should see; tags; great depth.
 */
final class YamlEvents {

  private static final int DEEPEST = 12;

  private final Faults faults;
  private int depth;

  YamlEvents(Faults faults) {
    this.faults = faults;
  }

  void check(LoadSettings settings, String text) {
    for (Event event : new Parse(settings).parseString(text)) {
      check(event);
      if (depth > DEEPEST) {
        faults.add(place(event.getStartMark()), "", "nested more than " + DEEPEST + " deep");
        return;
      }
    }
  }

  private void check(Event event) {
    if (event instanceof AliasEvent) {
      faults.add(place(event.getStartMark()), "", "an alias (*); say it again instead");
    } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      faults.add(place(event.getStartMark()), "", "an anchor (&); say it again instead");
    }
    if (tagged(event)) {
      faults.add(place(event.getStartMark()), "", "a tag (!); values need none here");
    }
    if (event instanceof CollectionStartEvent) {
      depth++;
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    }
  }

  private static boolean tagged(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag().isPresent();
      case CollectionStartEvent collection -> collection.getTag().isPresent();
      default -> false;
    };
  }

  /** People count lines and columns from 1. */
  static Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(new Place(1, 1));
  }
}
