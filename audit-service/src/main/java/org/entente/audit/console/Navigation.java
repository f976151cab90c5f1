package org.entente.audit.console;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The links at the top of every page; a new page is one more line here. */
final class Navigation {

  private record Place(String section, String href, Function<LayoutTexts, String> title) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("overview", "/console/", LayoutTexts::overview),
          new Place("search", "/console/search", LayoutTexts::search),
          new Place("seen", "/console/seen", LayoutTexts::seen),
          new Place("did", "/console/did", LayoutTexts::did),
          new Place("gaps", "/console/gaps", LayoutTexts::gaps),
          new Place("reviews", "/console/reviews", LayoutTexts::reviews));

  /** Pages that no link leads to, below one that has a link. */
  private static final Map<String, String> BELOW =
      Map.of("review", "reviews", "months", "reviews", "month", "reviews");

  private Navigation() {}

  /** Under which link a page is. */
  static String place(String section) {
    return BELOW.getOrDefault(section, section);
  }

  /**
   * One link.
   *
   * @param section last part of the operation of the pages it stands for
   */
  record Link(String section, String href, String title) {}

  static List<Link> in(Language language) {
    var texts = MessageBundles.get(LayoutTexts.class, Localized.Literal.of(language.tag()));
    return PLACES.stream()
        .map(place -> new Link(place.section(), place.href(), place.title().apply(texts)))
        .toList();
  }
}
