package org.entente.audit.review;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.audit.access.Person;
import org.entente.audit.access.RecordedAccess.Recording;
import org.entente.audit.record.Act;
import org.entente.audit.review.State.Step;
import org.jspecify.annotations.Nullable;

/**
 * Opening, signing, withdrawing and finding reviews. What is done is on record first, with the
 * digest of what it is about; what is found is held against these records. Thread-safe.
 */
@Singleton
public class Reviews {

  private final Freezing freezing;
  private final PostgresReviews reviews;
  private final PostgresReviewWriter writer;
  private final SecondPerson secondPerson;
  private final Supplier<UUID> uids;

  Reviews(
      Freezing freezing,
      PostgresReviews reviews,
      PostgresReviewWriter writer,
      SecondPerson secondPerson,
      Supplier<UUID> uids) {
    this.freezing = freezing;
    this.reviews = reviews;
    this.writer = writer;
    this.secondPerson = secondPerson;
    this.uids = uids;
  }

  /**
   * Opens a review of what a search finds now.
   *
   * @param form id of the form: sent twice, it opens one review
   * @param query as the address of a search
   * @return its id
   * @throws ReviewRefused when the form is none, or the search index is behind
   * @throws org.entente.audit.refusal.QueryInvalid when the query cannot be read
   */
  public UUID open(
      Person person, Recording recording, @Nullable String form, @Nullable String query) {
    var key = uuid(form);
    var owner = Owner.of(person.scope());
    var asked = ReviewQuery.parse(query == null ? "" : query);
    var frozen = freezing.of(asked, owner.scope());
    var salt = uids.get().toString(); // 122 random bits
    var statement = new Statement(uids.get(), owner, asked.text(), frozen, salt);
    return writer.whole(
        "opening a review",
        connection -> {
          var before = PostgresReviewWriter.opened(connection, owner, key);
          if (before.isPresent()) {
            recording.of(Act.again(ReviewRecord.TYPE, Review.uid(before.get()), frozen.size()));
            return before.get();
          }
          var opening = recording.of(act(statement, statement.opened()));
          PostgresReviewWriter.insert(connection, statement, key, opening.index());
          return statement.review();
        });
  }

  private static UUID uuid(@Nullable String form) {
    try {
      return UUID.fromString(form == null ? "" : form);
    } catch (IllegalArgumentException _) {
      throw ReviewRefused.invalid("the form has no id: open it from a page of this console");
    }
  }

  private static Act act(Statement statement, String text) {
    return new Act(
        ReviewRecord.TYPE,
        Review.uid(statement.review()),
        Statement.digest(text),
        statement.frozen().size());
  }

  /**
   * Signs a review, once and for ever.
   *
   * @throws ReviewUnknown when there is none that this person may see
   * @throws ReviewRefused when it has ended already, not what was opened, not this person's to
   *     sign, or without a note
   */
  public void sign(Person person, Recording recording, UUID id, @Nullable String sent) {
    end(State.SIGNED, person, recording, id, Note.of(sent));
  }

  /**
   * Closes a review that nobody will sign: it counts for nothing.
   *
   * @param sent the reason
   * @throws ReviewUnknown when there is none that this person may see
   * @throws ReviewRefused when it has ended already, not what was opened, or without a reason
   */
  public void withdraw(Person person, Recording recording, UUID id, @Nullable String sent) {
    end(State.WITHDRAWN, person, recording, id, Note.of(sent));
  }

  private void end(State how, Person person, Recording recording, UUID id, Note note) {
    writer.<Boolean>whole(
        "ending a review",
        connection -> {
          var review =
              PostgresReviews.lock(connection, id, Owner.visibleTo(person))
                  .orElseThrow(ReviewUnknown::new);
          var statement = endable(review, how);
          if (how == State.SIGNED && secondPerson.bars(person, review)) {
            throw ReviewRefused.samePerson();
          }
          var text = statement.ended(how, review.stored().opening(), note.text());
          var end = recording.of(act(statement, text));
          PostgresReviewWriter.end(connection, id, note, new Step(how, end.index()));
          return true;
        });
  }

  /** An end that was lost here can be made again, the same: the later record counts. */
  private static Statement endable(Review review, State how) {
    var before = review.stored().end().or(review::last).map(Step::state);
    if (!review.open() || before.filter(state -> state != how).isPresent()) {
      throw ReviewRefused.ended(before.orElseThrow());
    }
    return review
        .stored()
        .statement()
        .filter(_ -> review.believed())
        .orElseThrow(ReviewRefused::altered);
  }

  /**
   * The review with this id.
   *
   * @throws ReviewUnknown when there is none that this person may see
   */
  public Review find(Person person, UUID id) {
    return reviews.find(id, Owner.visibleTo(person)).orElseThrow(ReviewUnknown::new);
  }

  /**
   * One page of the reviews of somebody's party, and of the joint ones for joint auditors.
   *
   * @param before only those opened before this entry
   * @param most of one page; one more is found when there are more
   */
  public List<Review> list(Person person, State state, long before, int most) {
    return reviews.list(Owner.visibleTo(person), state, before, most + 1);
  }
}
