package org.entente.indicator.party;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.agreement.InForce;
import org.entente.stix.marking.Recipient;
import org.entente.stix.release.Reader;
import org.jspecify.annotations.Nullable;

/// The parties: a directory of the places somebody reads from, as it is agreed when it is asked.
/// Thread-safe.
@Singleton
public final class Parties {
  private final InForce agreements;
  private final Supplier<Directory> directory;

  /// Goes by what is in force.
  public Parties(InForce agreements) {
    this.agreements = agreements;
    this.directory = agreements.derive(Directory::of);
  }

  /// Does this work under what is agreed when it begins, whatever changes meanwhile.
  public <T extends @Nullable Object> T throughout(Supplier<T> work) {
    return agreements.throughout(work);
  }

  /// The place of that name, `eu` or `eu/cert-eu` or `eu/cert-eu/liaison`, if somebody reads there.
  public Optional<Reader> reader(String name) {
    return Optional.ofNullable(directory.get().readers().get(name));
  }

  /// Whether anybody at all is reached by what is addressed to the recipient.
  public boolean knows(Recipient recipient) {
    return directory.get().readers().values().stream()
        .anyMatch(reader -> reader.isReachedBy(recipient));
  }

  /// Whether it is a configured party.
  public boolean knows(String partner) {
    return directory.get().readers().values().stream()
        .anyMatch(r -> r.place().partner().equals(partner));
  }

  /// The audience of these partner ids and URNs.
  ///
  /// @throws IllegalStateException when one of them is nobody
  public Audience audience(Collection<String> names) {
    Set<Recipient> named = names.stream().map(this::recipient).collect(Collectors.toSet());
    return new Audience(
        named,
        directory.get().readers().values().stream()
            .filter(reader -> named.stream().anyMatch(reader::isReachedBy))
            .toList());
  }

  private Recipient recipient(String name) {
    return Recipient.ofUrn(name)
        .or(() -> Recipient.ofName(name))
        .filter(this::knows)
        .orElseThrow(() -> new IllegalStateException("an audience names nobody known: " + name));
  }

  /// Which partner a STIX identity is registered to.
  public Optional<String> partnerOf(String identity) {
    return Optional.ofNullable(directory.get().partnerOfIdentity().get(identity));
  }
}
