package org.entente.agreement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Party.Agency;
import org.entente.agreement.Party.Client;
import org.entente.agreement.Party.Signing;

/** What one party's part must say and no schema can ask. */
final class PartyRules {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final String pointer;
  private final String id;
  private final Party party;
  private final Faults faults;

  PartyRules(String id, Party party, Faults faults) {
    this.pointer = "/parties/" + id;
    this.id = id;
    this.party = party;
    this.faults = faults;
  }

  void check() {
    party.agencies().forEach(this::checkAgency);
    party.clients().forEach(this::checkClient);
    party.signing().ifPresent(this::checkSigning);
    party.revocation().ifPresent(agreed -> new RevocationRules(id, party, agreed, faults).check());
  }

  private void checkAgency(String name, Agency agency) {
    agency
        .clientOf()
        .filter(of -> of.equals(name) || !party.agencies().containsKey(of))
        .ifPresent(of ->
            faults.add(
                pointer + "/agencies/" + name + "/client-of",
                of + " is no other agency of " + id + "; " + known(party.agencies().keySet())));
  }

  /** A client without an agency would read for nobody beside clients that have one. */
  private void checkClient(String name, Client client) {
    String own = pointer + "/clients/" + name;
    if (client.agency().isEmpty()) {
      if (!party.agencies().isEmpty()) {
        faults.add(own, "agency is missing; " + known(party.agencies().keySet()));
      }
      if (client.role().isPresent()) {
        faults.add(own + "/role", "a role is one at an agency, and this client has none");
      }
      return;
    }
    String agency = client.agency().get();
    var known = Optional.ofNullable(party.agencies().get(agency));
    if (known.isEmpty()) {
      faults.add(
          own + "/agency",
          agency + " is no agency of " + id + "; " + known(party.agencies().keySet()));
    }
    known.ifPresent(at ->
        client
            .role()
            .filter(role -> !at.roles().contains(role))
            .ifPresent(role ->
                faults.add(
                    own + "/role", role + " is no role at " + agency + "; " + known(at.roles()))));
  }

  private void checkSigning(Signing signing) {
    if (signing.longestValidity().isZero() || signing.longestValidity().compareTo(A_DAY) > 0) {
      faults.add(
          pointer + "/signing/longest-validity", "a manifest lives a day at most, and not no time");
    }
    List<String> signers = new ArrayList<>(signing.signers());
    for (int i = 0; i < signers.size(); i++) {
      String prefix = "urn:entente:signer:" + id + ":";
      if (!signers.get(i).startsWith(prefix)) {
        faults.add(
            pointer + "/signing/signers/" + i, "is another party's; here each begins " + prefix);
      }
    }
  }

  static String known(Set<String> names) {
    return names.isEmpty() ? "there is none" : "there are " + String.join(", ", names);
  }
}
