package org.entente.audit.console;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a party did while its people are not at work, by whole hours: an hour counts as work
 * when it begins within working hours. Pure.
 *
 * @param party whose actors
 * @param hours when it works, as configured
 * @param outside records outside of working hours
 * @param all records at any time
 */
public record OutOfHours(String party, String hours, long outside, long all) {

  /** For each party with working hours that did anything. */
  static List<OutOfHours> of(List<Timeline.Count> counts, Map<String, ConsoleConfig.Hours> hours) {
    var outside = new TreeMap<String, Long>();
    var all = new TreeMap<String, Long>();
    for (var count : counts) {
      var working = hours.get(count.party());
      if (working != null) {
        all.merge(count.party(), count.records(), Long::sum);
        outside.merge(
            count.party(), isOutside(count.at(), working) ? count.records() : 0, Long::sum);
      }
    }
    return all.keySet().stream()
        .map(party ->
            new OutOfHours(
                party,
                words(hours.get(party)),
                outside.getOrDefault(party, 0L),
                all.getOrDefault(party, 0L)))
        .toList();
  }

  private static String words(ConsoleConfig.@org.jspecify.annotations.Nullable Hours hours) {
    return hours == null ? "" : hours.from() + "–" + hours.to() + " " + hours.zone();
  }

  private static boolean isOutside(Instant at, ConsoleConfig.Hours hours) {
    var local = at.atZone(hours.zone());
    var weekend =
        local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    var time = local.toLocalTime();
    return weekend || time.isBefore(hours.from()) || !time.isBefore(hours.to());
  }
}
