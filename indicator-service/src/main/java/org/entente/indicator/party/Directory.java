package org.entente.indicator.party;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.Party;
import org.entente.stix.marking.Recipient;
import org.entente.stix.release.Reader;

/// The places somebody reads from under one agreement, and whose each STIX identity is. Immutable.
///
/// @param readers by the name of their place, in its order
/// @param partnerOfIdentity by STIX identity
record Directory(Map<String, Reader> readers, Map<String, String> partnerOfIdentity) {
  static Directory of(Agreement agreement) {
    Directory directory = new Directory(new TreeMap<>(), new HashMap<>());
    agreement.parties().forEach(directory::add);
    return directory;
  }

  private void add(String partner, Party party) {
    party.identities().forEach(id -> partnerOfIdentity.put(id, partner));
    if (party.agencies().isEmpty()) {
      add(new Reader(known(partner), Optional.empty()));
    }
    party
        .agencies()
        .forEach((name, agency) -> {
          String place = partner + "/" + name;
          add(new Reader(known(place), agency.clientOf()));
          agency
              .roles()
              .forEach(role -> add(new Reader(known(place + "/" + role), agency.clientOf())));
        });
  }

  private static Recipient known(String name) {
    return Recipient.ofName(name).orElseThrow();
  }

  private void add(Reader reader) {
    readers.put(reader.name(), reader);
  }
}
