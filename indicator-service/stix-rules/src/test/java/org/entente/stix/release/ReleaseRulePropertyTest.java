package org.entente.stix.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.stix.marking.OnwardRelease;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.Tlp;

/// Whatever else is said about an object, saying more never lets more readers see it.
class ReleaseRulePropertyTest {

  @Property
  void a_further_marking_never_releases_more(
      @ForAll("rules") ReleaseRule rule,
      @ForAll("readers") Reader reader,
      @ForAll("terms") Terms terms,
      @ForAll("releasabilities") Releasability further) {
    if (!admitsByName(further, reader) && !rule.decide(reader, terms).releases()) {
      assertFalse(rule.decide(reader, terms.and(only(further))).releases());
    }
  }

  @Property
  void a_stricter_level_never_releases_more(
      @ForAll("rules") ReleaseRule rule,
      @ForAll("readers") Reader reader,
      @ForAll("terms") Terms terms,
      @ForAll Tlp level) {
    if (terms.tlp().isPresent() && !rule.decide(reader, terms).releases()) {
      assertFalse(rule.decide(reader, terms.and(Terms.of(level))).releases());
    }
  }

  @Property
  void the_collection_is_the_outermost_circle(
      @ForAll("rules") ReleaseRule rule,
      @ForAll("readers") Reader reader,
      @ForAll("terms") Terms terms) {
    var elsewhere = new ReleaseRule(Set.of(), rule.recipients(), rule.floor());

    assertFalse(elsewhere.decide(reader, terms).releases());
  }

  @Property
  void the_decision_is_what_all_clauses_say_together(
      @ForAll("rules") ReleaseRule rule,
      @ForAll("readers") Reader reader,
      @ForAll("terms") Terms terms) {
    assertEquals(rule.withholding(reader, terms).isEmpty(), rule.decide(reader, terms).releases());
  }

  /// Naming a reader is the one thing that can let it see more: AMBER+STRICT and RED ask for it.
  private static boolean admitsByName(Releasability said, Reader reader) {
    return said.releasableTo().stream()
        .anyMatch(to -> reader.isOrganisationOf(to) || reader.isRole(to));
  }

  private static Terms only(Releasability said) {
    return new Terms(Optional.empty(), Optional.empty(), List.of(said), List.of());
  }

  @Provide
  Arbitrary<ReleaseRule> rules() {
    return Combinators.combine(
            recipients().list().ofMaxSize(3),
            recipients().list().ofMaxSize(3).optional(),
            Arbitraries.of(Tlp.class))
        .as((audience, named, floor) ->
            new ReleaseRule(
                new HashSet<>(audience),
                named
                    .<Recipients>map(only -> new Recipients.Only(new HashSet<>(only)))
                    .orElse(new Recipients.Everyone()),
                floor));
  }

  @Provide
  Arbitrary<Reader> readers() {
    return Combinators.combine(recipients(), Arbitraries.of("a", "b").optional())
        .as((place, clientOf) -> new Reader(place, place.agency().flatMap(_ -> clientOf)));
  }

  @Provide
  Arbitrary<Terms> terms() {
    return Combinators.combine(
            Arbitraries.of(Tlp.class).optional(), releasabilities().list().ofMaxSize(2))
        .as((tlp, said) -> new Terms(tlp, Optional.empty(), said, List.of()));
  }

  @Provide
  Arbitrary<Releasability> releasabilities() {
    return recipients()
        .list()
        .ofMaxSize(3)
        .map(to -> new Releasability(new HashSet<>(to), OnwardRelease.PERMITTED, false));
  }

  private static Arbitrary<Recipient> recipients() {
    var names = Arbitraries.of("a", "b");
    return Combinators.combine(Arbitraries.of("eu", "kr"), names.optional(), names.optional())
        .as((partner, agency, role) -> new Recipient(partner, agency, agency.flatMap(_ -> role)));
  }
}
