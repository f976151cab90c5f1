package org.entente.audit.console;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.Party.Hours;

/**
 * How much a party did while its people are not at work, by the hours or shorter parts that were
 * counted: one counts as work when it begins within working hours. Pure.
 *
 * @param party whose actors
 * @param hours when it works, as configured
 * @param outside records outside of working hours
 * @param all records at any time
 */
public record OutOfHours(String party, String hours, long outside, long all) {

  /** For each party with working hours that did anything. */
  static List<OutOfHours> of(List<Timeline.Count> counts, Map<String, Hours> hours) {
    return counts.stream()
        .filter(count -> hours.containsKey(count.party()))
        .collect(Collectors.groupingBy(Timeline.Count::party, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(of -> of(of.getKey(), of.getValue(), Objects.requireNonNull(hours.get(of.getKey()))))
        .toList();
  }

  private static OutOfHours of(String party, List<Timeline.Count> counts, Hours working) {
    return new OutOfHours(
        party,
        working.from() + "–" + working.to() + " " + working.zone(),
        sum(counts.stream().filter(count -> isOutside(count.at(), working))),
        sum(counts.stream()));
  }

  private static long sum(Stream<Timeline.Count> counts) {
    return counts.mapToLong(Timeline.Count::records).sum();
  }

  private static boolean isOutside(Instant at, Hours hours) {
    var local = at.atZone(hours.zone());
    var weekend =
        local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    var time = local.toLocalTime();
    return weekend || time.isBefore(hours.from()) || !time.isBefore(hours.to());
  }
}
