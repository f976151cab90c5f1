package org.entente.audit.console;

import java.util.List;
import java.util.Optional;
import org.entente.audit.access.Person;

/**
 * What every page shows around its content.
 *
 * @param person who looks; empty when that is not known
 * @param here path and query of the page
 * @param section which of the navigation's links leads here; empty where there is no navigation
 */
public record Frame(Optional<Person> person, Language language, String here, String section) {

  /** The one who looks, on pages that are only shown to somebody. */
  public Person reader() {
    return person.orElseThrow();
  }

  /** Whether the navigation's link of this section leads here. */
  public boolean isAt(String other) {
    return Navigation.place(section).equals(other);
  }

  /** The navigation. */
  public List<Navigation.Link> links() {
    return Navigation.in(language);
  }
}
