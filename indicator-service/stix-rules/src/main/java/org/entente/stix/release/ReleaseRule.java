package org.entente.stix.release;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.Tlp;
import org.entente.stix.release.Decision.Release;
import org.entente.stix.release.Decision.Withhold;

/// Who may see an object: the collection's audience, and of it the recipients the manifest names,
/// and of them those to whom the object is releasable, as far as TLP 2.0 goes. Everything not said
/// is withheld.
///
/// @param audience whom the collection reaches
/// @param recipients whom the manifest names
/// @param floor level the manifest claims for the whole submission; it raises, never lowers
public record ReleaseRule(Set<Recipient> audience, Recipients recipients, Tlp floor) {

  public ReleaseRule {
    audience = Set.copyOf(audience);
  }

  /// Decides for one reader and one object.
  public Decision decide(Reader reader, Terms terms) {
    for (Clause clause : Clause.values()) {
      if (!admits(clause, reader, terms)) {
        return new Withhold(clause);
      }
    }
    return new Release();
  }

  /// Whether every one of these readers may see the object; among nobody, nobody may.
  public boolean releasesToAll(Collection<Reader> readers, Terms terms) {
    return !readers.isEmpty()
        && readers.stream().allMatch(reader -> decide(reader, terms).releases());
  }

  /// The clauses that withhold the object from this reader, each asked for itself: for a dry run.
  /// Empty exactly when the object is released.
  public Set<Clause> withholding(Reader reader, Terms terms) {
    var withholding = EnumSet.allOf(Clause.class);
    withholding.removeIf(clause -> admits(clause, reader, terms));
    return withholding;
  }

  private boolean admits(Clause clause, Reader reader, Terms terms) {
    return switch (clause) {
      case MARKING_UNKNOWN -> terms.unknown().isEmpty();
      case MARKING_MISSING -> terms.tlp().isPresent();
      case COLLECTION -> audience.stream().anyMatch(reader::isReachedBy);
      case RECIPIENTS -> recipients.admit(reader);
      case RELEASABILITY ->
          terms.releasability().stream()
              .allMatch(said -> said.releasableTo().stream().anyMatch(reader::isReachedBy));
      case TLP -> admits(terms.tlp().orElse(Tlp.RED).atLeast(floor), reader, terms);
    };
  }

  /// TLP 2.0's circles. GREEN's community is everybody a collection reaches, and AMBER adds an
  /// organisation's clients, who are reached by what is addressed to it. AMBER+STRICT stays in one
  /// organisation and RED with one role, and each must have been named as that.
  private boolean admits(Tlp level, Reader reader, Terms terms) {
    return switch (level) {
      case CLEAR, GREEN, AMBER -> true;
      case AMBER_STRICT ->
          isNamed(terms, reader::isOrganisationOf) || isNamed(terms, reader::isRole);
      case RED -> isNamed(terms, reader::isRole);
    };
  }

  private boolean isNamed(Terms terms, Predicate<Recipient> as) {
    var byMarkings = terms.releasability().stream().flatMap(said -> said.releasableTo().stream());
    return Stream.of(audience.stream(), recipients.names().stream(), byMarkings)
        .flatMap(names -> names)
        .anyMatch(as);
  }
}
