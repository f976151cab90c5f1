package org.entente.audit.access;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.entente.audit.limit.DoorLimits;
import org.entente.audit.record.Act;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Answer;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.entente.audit.refusal.RefusalMapper;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.LogBusy;
import org.entente.audit.sequencer.LogUnavailable;
import org.entente.audit.visibility.AuditScope;

/**
 * The only way to read the log: who asks is established, the answer is prepared, the access is
 * recorded, and then the answer is handed over. Refusals are recorded likewise before they are
 * thrown on. When the record cannot be made, the answer is that the log is unavailable.
 */
@Singleton
public final class RecordedAccess {

  private static final Pattern PARTNER = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  private final Visits visits;
  private final Doors doors;
  private final HeavyViews heavy;
  private final OwnRecords records;
  private final DoorLimits limits;

  /** Who is let in as what. */
  @Singleton
  record Doors(Auditors auditors, Persons persons, Callers callers) {}

  RecordedAccess(
      Visits visits, Doors doors, HeavyViews heavy, OwnRecords records, DoorLimits limits) {
    this.visits = visits;
    this.doors = doors;
    this.heavy = heavy;
    this.records = records;
    this.limits = limits;
  }

  /**
   * Serves an auditor.
   *
   * @param operation as the record names it
   * @param reading prepares the whole body, of no more than this auditor may read
   */
  public byte[] byAuditor(String operation, Function<AuditScope, byte[]> reading) {
    return audited(operation, auditor -> Release.of(reading.apply(auditor.scope())));
  }

  /**
   * Serves an auditor with what is too large to be prepared: what it will be is recorded, and only
   * then is it made.
   */
  public <T> T releasing(String operation, Function<AuditScope, Release<T>> reading) {
    return audited(operation, auditor -> reading.apply(auditor.scope()));
  }

  /**
   * Takes what an auditor hands in: what was received is recorded, and only then is it kept.
   *
   * @param taking judges it; its release has length and digest of what was received
   */
  public <T> T taking(String operation, Function<Actor, Release<T>> taking) {
    return audited(operation, auditor -> taking.apply(auditor.actor()));
  }

  /** Serves an auditor with what cannot be had in part. */
  public byte[] byJointAuditor(String operation, Supplier<byte[]> reading) {
    return byJointAuditor(operation, _ -> reading.get());
  }

  /**
   * Lets a joint auditor do something.
   *
   * @param acting by this auditor; prepares the whole body
   */
  public byte[] byJointAuditor(String operation, Function<Actor, byte[]> acting) {
    return joint(operation, actor -> Release.of(acting.apply(actor)));
  }

  /**
   * Serves a joint auditor, who is also told what was recorded.
   *
   * @param reading prepares the whole body
   */
  public <T> T toJointAuditor(String operation, Supplier<Release<T>> reading) {
    return joint(operation, _ -> reading.get());
  }

  private <T> T joint(String operation, Function<Actor, Release<T>> serving) {
    return audited(
        operation,
        auditor ->
            switch (auditor.scope()) {
              case AuditScope.Joint _ -> serving.apply(auditor.actor());
              case AuditScope.OfParty _ -> throw AuditorRejected.notJoint();
            });
  }

  private <T> T audited(String operation, Function<Auditor, Release<T>> serving) {
    return recorded(
        operation,
        visit -> {
          var auditor = doors.auditors().require(visit);
          return new Admission<>(auditor.actor(), () -> serving.apply(auditor));
        });
  }

  /**
   * Serves a person at a browser.
   *
   * @param reading prepares the whole page, with no more on it than this person may read
   * @throws LoginNeeded when the browser must go elsewhere first; that shows nothing and is no
   *     record
   */
  public byte[] byPerson(String operation, Function<Person, byte[]> reading) {
    return releasingTo(operation, person -> Release.of(reading.apply(person)));
  }

  /**
   * Serves a person at a browser with what is too large to be prepared: what it will be is
   * recorded, and only then is it made.
   *
   * @throws LoginNeeded when the browser must go elsewhere first; that shows nothing and is no
   *     record
   */
  public <T> T releasingTo(String operation, Function<Person, Release<T>> reading) {
    return recorded(
        operation,
        visit -> {
          var person = doors.persons().require(visit);
          return new Admission<>(person.actor(), () -> reading.apply(person));
        });
  }

  /** Tells the log what is about to be done. */
  @FunctionalInterface
  public interface Recording {

    /**
     * Returns when it is on record; nothing may be done before.
     *
     * @throws LogUnavailable or {@code LogBusy} when it is not: then nothing may be done
     */
    Appended of(Act act);
  }

  /**
   * Lets a person do something.
   *
   * @param intent refuses what the person need not have meant, before anything else is looked at
   * @param acting does it, once it is recorded with what it is given
   */
  public <T> T acting(String operation, Runnable intent, BiFunction<Person, Recording, T> acting) {
    var visit = visits.current();
    var actor = visit.peer().actor();
    try {
      intent.run();
      var person = doors.persons().require(visit);
      actor = person.actor();
      visit.requireNoSecret();
      var recorded = new AtomicBoolean();
      Recording recording =
          act -> {
            recorded.set(true);
            return records.append(
                visit.peer(), person.actor(), visit.call(operation), Answer.done(act));
          };
      var done = heavy.within(operation, () -> acting.apply(person, recording));
      if (!recorded.get()) {
        throw new IllegalStateException(operation + " did something without a record");
      }
      return done;
    } catch (LogUnavailable | LogBusy e) {
      throw e; // there is no log to record this in
    } catch (LoginNeeded away) {
      throw away;
    } catch (RuntimeException e) {
      throw refused(visit, operation, actor, e);
    }
  }

  /**
   * Serves a service of the exchange that asks for a partner.
   *
   * @param party the partner the record names, if it can be one
   */
  public byte[] forParty(String operation, String party, Supplier<byte[]> reading) {
    return recorded(
        operation,
        visit -> {
          var service = forParty(party, doors.callers().require(visit.peer()));
          var actor =
              visit
                  .behalf()
                  .filter(behalf -> behalf.party().equals(service.party()))
                  .map(behalf -> Actor.withoutToken(service.party(), behalf.client()))
                  .orElse(service);
          return new Admission<>(actor, () -> Release.of(reading.get()));
        });
  }

  /** A text that is no partner id would make the access unrecordable, and with it unanswerable. */
  private static Actor forParty(String party, String service) {
    return Actor.withoutToken(PARTNER.matcher(party).matches() ? party : Actor.UNKNOWN, service);
  }

  /** Who was let in, and to what. */
  private record Admission<T>(Actor actor, Supplier<Release<T>> reading) {}

  private <T> T recorded(String operation, Function<Visit, Admission<T>> door) {
    var visit = visits.current();
    var actor = visit.peer().actor();
    try {
      var admission = door.apply(visit);
      actor = admission.actor();
      visit.requireNoSecret();
      var release = heavy.within(operation, admission.reading());
      var answer = Answer.released(release.length(), release.sha256());
      var appended = records.append(visit.peer(), actor, visit.call(operation), answer);
      return release.made().apply(new Release.Recorded(actor, visit.address().query(), appended));
    } catch (LogUnavailable | LogBusy e) {
      throw e; // there is no log to record this in
    } catch (LoginNeeded away) {
      throw away;
    } catch (RuntimeException e) {
      throw refused(visit, operation, actor, e);
    }
  }

  /** What to answer, on record: whatever is no refusal is told as nothing but a failure. */
  private Refusal refused(Visit visit, String operation, Actor actor, RuntimeException thrown) {
    var refusal = thrown instanceof Refusal expected ? expected : new RequestFailed(thrown);
    try {
      refuse(visit, operation, actor, refusal);
    } catch (Refusal unrecorded) {
      RefusalMapper.tell(refusal);
      throw unrecorded;
    }
    return refusal;
  }

  /** Records a refusal of the request being served. */
  void refuse(Visit visit, String operation, Actor actor, Refusal refusal) {
    var code = refusal.code();
    if (code.isTheirs() && !(visit.peer() instanceof Peer.Service)) {
      limits.charge(visit.peer().actor()); // At once: who floods is not let in meanwhile.
    }
    var call = (code == RefusalCode.QUERY_SECRET ? visit.withoutQuery() : visit).call(operation);
    var list = visit.peer() instanceof Peer.Revoked(_, var name) ? name.toString() : null;
    var answer = Answer.refused(code.status(), code.name()).by(Optional.ofNullable(list));
    records.append(visit.peer(), actor, call, answer);
  }
}
