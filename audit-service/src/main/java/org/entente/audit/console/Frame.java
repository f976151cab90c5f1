package org.entente.audit.console;

import java.util.List;
import java.util.Optional;
import org.entente.audit.access.Person;

/**
 * What every page shows around its content.
 *
 * @param person who looks; empty when that is not known
 * @param here path and query of the page
 * @param section which of the navigation's links leads here
 */
public record Frame(Optional<Person> person, Language language, String here, String section) {

  private static final List<String> OPERATIONS =
      List.of(
          "taxii.getObjects",
          "taxii.getObject",
          "taxii.getManifest",
          "taxii.getVersions",
          "taxii.addObjects",
          "taxii.addObjects.outcome",
          "taxii.deleteObject",
          "taxii.getStatus",
          "lookup",
          "evidence.get",
          "release.act",
          "receipt.get",
          "log.search",
          "log.getEntries",
          "console.overview",
          "console.search",
          "console.seen",
          "console.did",
          "http.unknown");

  /** The one who looks, on pages that are only shown to somebody. */
  public Person reader() {
    return person.orElseThrow();
  }

  /** Whether the navigation's link of this section leads here. */
  public boolean isAt(String other) {
    return section.equals(other);
  }

  /** The navigation. */
  public List<Navigation.Link> links() {
    return Navigation.in(language);
  }

  /** Operations to choose from in a search. */
  public List<String> operations() {
    return OPERATIONS;
  }
}
