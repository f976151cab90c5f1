package org.entente.audit.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.entente.audit.access.AccessConfig;
import org.entente.audit.access.Person;

/**
 * Whether somebody else than whoever opened a review must sign it. Who that was, the record of
 * opening says: when nobody can tell any more, nobody signs.
 */
@Singleton
public final class SecondPerson {

  private final boolean required;

  @Inject
  SecondPerson(AccessConfig config) {
    this(config.review().secondPerson());
  }

  SecondPerson(boolean required) {
    this.required = required;
  }

  /** Whether this person cannot sign it. */
  public boolean bars(Person person, Review review) {
    return required
        && review
            .opened()
            .filter(opening ->
                opening.known() && !opening.isBy(person.party(), person.actor().client()))
            .isEmpty();
  }
}
