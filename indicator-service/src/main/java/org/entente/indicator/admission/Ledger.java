package org.entente.indicator.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.entente.indicator.admission.Verdict.Release;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.stix.Property;
import org.entente.stix.marking.Terms;
import org.entente.stix.rule.StixTime;

/// What the store knows about the objects at hand; it moves on with every object admitted, so that
/// later ones of the same batch see the earlier ones. Confined to one transaction.
final class Ledger {
  private final Map<String, Owner> owners = new HashMap<>();
  private final Map<ObjectKey, Stored> versions = new HashMap<>();
  private final Set<Sighting> released = new HashSet<>();
  private final Set<Sighting> withdrawn = new HashSet<>();
  private final Map<Long, Long> lastReleases = new HashMap<>();
  private final Map<String, Owner> changed = new HashMap<>();
  private final Set<String> reversioned = new HashSet<>();
  private final Map<String, Terms> definitions = new HashMap<>();

  Optional<Owner> owner(String stixId) {
    return Optional.ofNullable(owners.get(stixId));
  }

  Optional<Stored> version(ObjectKey key) {
    return Optional.ofNullable(versions.get(key));
  }

  boolean isReleased(long objectVersion, String partner) {
    return released.contains(new Sighting(objectVersion, partner));
  }

  /// Whether it was taken back from somebody, whatever happened since.
  boolean isWithdrawn(long objectVersion, String partner) {
    return withdrawn.contains(new Sighting(objectVersion, partner));
  }

  /// Notes that it was taken back.
  void withdrawn(long objectVersion, String partner) {
    withdrawn.add(new Sighting(objectVersion, partner));
  }

  /// What was so before.
  void know(String stixId, Owner owner) {
    owners.put(stixId, owner);
  }

  /// What is so from now on.
  void own(String stixId, Owner owner) {
    if (owners.put(stixId, owner) != null) {
      reversioned.add(stixId);
    }
    changed.put(stixId, owner);
  }

  /// Owners to be saved.
  Map<String, Owner> changedOwners() {
    return changed;
  }

  /// Notes that an older version may now be visible beside a later one.
  void revisit(String stixId) {
    reversioned.add(stixId);
  }

  /// Objects of which somebody may now see more than one version.
  Set<String> reversioned() {
    return reversioned;
  }

  /// What a marking-definition asks of objects that refer to it, if the producer has one of that
  /// id.
  Optional<Terms> definition(String id) {
    return Optional.ofNullable(definitions.get(id));
  }

  /// A marking-definition never changes: what is known first stays.
  void define(String id, Terms terms) {
    definitions.putIfAbsent(id, terms);
  }

  void store(ObjectKey key, Stored stored) {
    versions.put(key, stored);
  }

  void release(long objectVersion, Release release) {
    released.add(new Sighting(objectVersion, release.audience()));
    lastReleases.merge(objectVersion, release.dateAdded(), Math::max);
  }

  /// When this version was released to somebody for the last time.
  OptionalLong lastRelease(long objectVersion) {
    Long date = lastReleases.get(objectVersion);
    return date == null ? OptionalLong.empty() : OptionalLong.of(date);
  }

  /// Who owns a versioned object.
  ///
  /// @param latest highest version stored, sortable
  /// @param revokedAt version that revoked it
  record Owner(String producer, Origin origin, String latest, Optional<String> revokedAt) {
    /// The owner of an object nobody had.
    static Owner of(String producer, Offer offer, ObjectKey key) {
      return new Owner(producer, Origin.of(offer), key.version(), Optional.empty());
    }

    Owner moveTo(String version, boolean revoked) {
      String highest = latest.compareTo(version) >= 0 ? latest : version;
      return new Owner(producer, origin, highest, revoked ? Optional.of(version) : revokedAt);
    }
  }

  /// What no version may change.
  ///
  /// @param created as the first version that was stored has it
  /// @param author its `created_by_ref`
  record Origin(String created, Optional<String> author) {
    static Origin of(Offer offer) {
      return new Origin(
          offer.stix().text(Property.CREATED).orElse(""),
          offer.stix().text(Property.CREATED_BY_REF));
    }

    /// Whether both name one instant, however precisely they are written.
    boolean createdWith(Origin other) {
      return StixTime.parse(created)
          .map(StixTime::sortable)
          .equals(StixTime.parse(other.created).map(StixTime::sortable));
    }
  }

  /// One stored version of the producer at hand.
  ///
  /// @param content its bytes, as far as somebody offers others
  record Stored(long id, Sha256 sha256, String shownVersion, Optional<Slice> content) {
    /// Whether the offer says the same.
    boolean holds(Offer offer) {
      return sha256.equals(offer.sha256())
          || content.filter(bytes -> SameContent.of(bytes, offer.bytes())).isPresent();
    }
  }

  private record Sighting(long objectVersion, String partner) {}
}
