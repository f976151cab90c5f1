package org.entente.audit.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreement.InForce;
import org.entente.agreement.Party.Hours;
import org.entente.audit.review.Overdue;
import org.entente.audit.search.Hit;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;
import org.entente.audit.visibility.AuditScope;
import org.jspecify.annotations.Nullable;

/** Puts the overview together. Thread-safe. */
@Singleton
final class Overviews {

  private static final String REFUSALS_SHOWN = "8";

  private final Log log;
  private final PostgresTimeline timelines;
  private final PostgresTops tops;
  private final PostgresHits hits;
  private final Working working;

  /** How the log stands, and what became of it. */
  @Singleton
  record Log(PostgresStanding standing, PostgresEvents events) {}

  /** When it is, when people work, and what they have not looked through. */
  @Singleton
  record Working(InForce agreements, Clock clock, Overdue overdue) {

    /** Of each party that has any. */
    Map<String, Hours> hours() {
      var hours = new HashMap<String, Hours>();
      agreements
          .now()
          .parties()
          .forEach((id, party) -> party.auditing().hours().ifPresent(own -> hours.put(id, own)));
      return hours;
    }
  }

  Overviews(
      Log log, PostgresTimeline timelines, PostgresTops tops, PostgresHits hits, Working working) {
    this.log = log;
    this.timelines = timelines;
    this.tops = tops;
    this.hits = hits;
    this.working = working;
  }

  Overview of(AuditScope scope, @Nullable String from, @Nullable String to) {
    var now = working.clock().instant();
    var window = Window.of(from, to, now);
    var timeline = timelines.read(window, scope);
    return new Overview(
        now,
        log.standing().at(now),
        working.overdue().of(scope, now),
        log.events().newest(scope),
        timeline,
        refusals(window, scope),
        OutOfHours.of(timeline.counts(), working.hours()),
        tops.actors(scope),
        tops.objects(scope));
  }

  private List<Hit> refusals(Window window, AuditScope scope) {
    var asked = new SearchParameters();
    asked.outcome = "denied";
    asked.from = window.from().toString();
    asked.to = window.to().toString();
    asked.limit = REFUSALS_SHOWN;
    return hits.find(SearchQuery.of(asked), scope).entries();
  }
}
