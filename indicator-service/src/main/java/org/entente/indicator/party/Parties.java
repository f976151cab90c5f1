package org.entente.indicator.party;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.stix.marking.Recipient;
import org.entente.stix.release.Reader;

/// The configured parties: a directory of the places somebody reads from. Immutable; a
/// configuration that contradicts itself keeps the service from starting.
@Singleton
public final class Parties {
  private final Map<String, Reader> readers = new TreeMap<>();
  private final Map<String, String> partnerOfIdentity = new HashMap<>();

  /// Reads the configuration.
  ///
  /// @throws IllegalStateException when it contradicts itself
  public Parties(PartyConfig config) {
    config.partners().forEach(this::addPartner);
  }

  private void addPartner(String partner, PartyConfig.PartnerConfig config) {
    config.identities().orElse(Set.of()).forEach(id -> partnerOfIdentity.put(id, partner));
    if (config.agencies().isEmpty()) {
      add(new Reader(known(partner), Optional.empty()));
    }
    config
        .agencies()
        .forEach((agency, settings) -> {
          settings.clientOf().ifPresent(of -> requireOther(config, partner, agency, of));
          String place = partner + "/" + agency;
          add(new Reader(known(place), settings.clientOf()));
          settings
              .roles()
              .orElse(Set.of())
              .forEach(role -> add(new Reader(known(place + "/" + role), settings.clientOf())));
        });
  }

  private static void requireOther(
      PartyConfig.PartnerConfig config, String partner, String agency, String of) {
    if (of.equals(agency) || !config.agencies().containsKey(of)) {
      throw new IllegalStateException(
          "entente.partners.%s.agencies.%s.client-of names no other agency: %s"
              .formatted(partner, agency, of));
    }
  }

  private static Recipient known(String name) {
    return Recipient.ofName(name)
        .orElseThrow(() -> new IllegalStateException("no partner, agency or role: " + name));
  }

  private void add(Reader reader) {
    readers.put(reader.name(), reader);
  }

  /// The place of that name, `eu` or `eu/cert-eu` or `eu/cert-eu/liaison`, if somebody reads there.
  public Optional<Reader> reader(String name) {
    return Optional.ofNullable(readers.get(name));
  }

  /// Whether anybody at all is reached by what is addressed to the recipient.
  public boolean knows(Recipient recipient) {
    return readers.values().stream().anyMatch(reader -> reader.isReachedBy(recipient));
  }

  /// Whether it is a configured party.
  public boolean knows(String partner) {
    return readers.values().stream().anyMatch(r -> r.place().partner().equals(partner));
  }

  /// The audience of these partner ids and URNs.
  ///
  /// @throws IllegalStateException when one of them is nobody
  public Audience audience(Collection<String> names) {
    Set<Recipient> named = names.stream().map(this::recipient).collect(Collectors.toSet());
    return new Audience(
        named,
        readers.values().stream()
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
    return Optional.ofNullable(partnerOfIdentity.get(identity));
  }
}
