package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.audit.access.Person;
import org.entente.audit.access.RecordedAccess.Recording;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Answer;
import org.entente.audit.record.Call;
import org.entente.audit.record.RecordWriter;
import org.entente.audit.record.Sha256;
import org.entente.audit.sequencer.AppendResult.Appended;
import org.entente.audit.sequencer.LogUnavailable;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.sequencer.Sequencer;
import org.entente.audit.visibility.AuditScope;
import org.entente.audit.visibility.Readership;

/** People who review, as the console would have let them in, and their records in the real log. */
@Singleton
class Reviewers {

  static final Person KOREAN = person("kr", "inspector", new AuditScope.OfParty("kr"));
  static final Person EUROPEAN = person("eu", "eu-inspector", new AuditScope.OfParty("eu"));
  static final Person JOINT = person("kr", "joint-inspector", new AuditScope.Joint());

  private final Sequencer sequencer;
  private final Readership readership;
  private final RecordWriter writer;
  private final Reviews reviews;

  Reviewers(Sequencer sequencer, Readership readership, RecordWriter writer, Reviews reviews) {
    this.sequencer = sequencer;
    this.readership = readership;
    this.writer = writer;
    this.reviews = reviews;
  }

  private static Person person(String party, String name, AuditScope scope) {
    return new Person(
        party, name, scope, Actor.withoutToken(party, "person:" + name), "no token needed");
  }

  Recording of(Person person, String operation) {
    return act -> {
      var tls = Sha256.of(new byte[0]);
      var call =
          new Call(
              UUID.randomUUID(),
              operation,
              "POST",
              "/console/reviews",
              "",
              new Call.Endpoint("127.0.0.1", tls),
              Optional.empty());
      var now = Clock.systemUTC().millis();
      var sent = writer.write(UUID.randomUUID(), now, person.actor(), call, Answer.done(act));
      return (Appended) append(sent);
    };
  }

  /** Ends right behind the record of what is done. */
  Recording killed(Person person, String operation) {
    var recording = of(person, operation);
    return act -> {
      recording.of(act);
      throw new LogUnavailable("killed behind the record");
    };
  }

  Object append(byte[] sent) {
    return sequencer.append(List.of(NewEntry.parse(sent, readership))).getFirst();
  }

  UUID open(Person person, String query) {
    return reviews.open(
        person, of(person, State.OPEN.operation()), UUID.randomUUID().toString(), query);
  }

  void sign(Person person, UUID review, String note) {
    reviews.sign(person, of(person, State.SIGNED.operation()), review, note);
  }

  void withdraw(Person person, UUID review, String reason) {
    reviews.withdraw(person, of(person, State.WITHDRAWN.operation()), review, reason);
  }

  /** Opens and withdraws. */
  UUID withdrawn(Person person, String query) {
    var id = open(person, query);
    withdraw(person, id, "not needed");
    return id;
  }

  /** Opens and signs. */
  UUID review(Person person, String query) {
    var id = open(person, query);
    sign(person, id, "looked through");
    return id;
  }
}
