package org.entente.agreement;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Agreement.Collection;

/** What an agreement must say and no schema can ask: that its parts fit each other. */
final class AgreementRules {

  private final Agreement agreement;
  private final Faults faults;
  private final Map<Object, String> taken = new HashMap<>();

  AgreementRules(Agreement agreement, Faults faults) {
    this.agreement = agreement;
    this.faults = faults;
  }

  void check() {
    agreement
        .parties()
        .forEach((id, party) -> {
          new PartyRules(id, party, faults).check();
          checkOwn(id, party);
        });
    agreement.collections().forEach(this::checkCollection);
  }

  /** What is one party's cannot be another's: it would speak or come in for it. */
  private void checkOwn(String id, Party party) {
    String pointer = "/parties/" + id;
    take(new Issuer(party.provider().issuer()), pointer + "/identity-provider/issuer");
    List<String> identities = new ArrayList<>(party.identities());
    for (int i = 0; i < identities.size(); i++) {
      take(identities.get(i), pointer + "/identities/" + i);
    }
    take(id, party.tls(), pointer + "/tls/anchors");
    party.signing().ifPresent(s -> take(id, s.anchors(), pointer + "/signing/anchors"));
  }

  private record Issuer(String issuer) {}

  /** Whoever has its key issues for it, whichever certificate of it is named, and for what. */
  private record Authority(PublicKey key) {}

  private void take(Object thing, String pointer) {
    String other = taken.putIfAbsent(thing, pointer);
    if (other != null) {
      faults.add(pointer, "is " + other + " already");
    }
  }

  private void take(String party, Anchors anchors, String pointer) {
    for (X509Certificate certificate : anchors.certificates()) {
      String other = taken.putIfAbsent(new Authority(certificate.getPublicKey()), party);
      if (other != null && !other.equals(party)) {
        faults.add(
            pointer,
            certificate.getSubjectX500Principal() + " is an authority of " + other + " already");
      }
    }
  }

  private record Name(String collection) {}

  private void checkCollection(String name, Collection collection) {
    String pointer = "/collections/" + name;
    take(new Name(collection.id().toString()), pointer + "/id");
    collection.alias().ifPresent(alias -> take(new Name(alias), pointer + "/alias"));
    if (!agreement.parties().containsKey(collection.producer())) {
      faults.add(pointer + "/producer", collection.producer() + " is no party; " + knownParties());
    }
    List<String> audience = new ArrayList<>(collection.audience());
    for (int i = 0; i < audience.size(); i++) {
      String own = pointer + "/audience/" + i;
      nobody(audience.get(i)).ifPresent(problem -> faults.add(own, problem));
    }
  }

  /** Why nobody is meant by this id or URN, if so. */
  private Optional<String> nobody(String reader) {
    String[] parts =
        reader.replaceFirst("^urn:entente:(?:partner|agency|role):", "").split(":", -1);
    int most = reader.startsWith("urn:entente:role:") ? 3 : reader.contains(":agency:") ? 2 : 1;
    var party = Optional.ofNullable(agreement.parties().get(parts[0]));
    if (party.isEmpty()) {
      return Optional.of(parts[0] + " is no party; " + knownParties());
    }
    if (parts.length != most) {
      return Optional.of("an agency is named by party and agency, a role by all three");
    }
    return most == 1 ? Optional.empty() : nobody(party.get(), parts);
  }

  private static Optional<String> nobody(Party party, String[] parts) {
    var agency = Optional.ofNullable(party.agencies().get(parts[1]));
    if (agency.isEmpty()) {
      return Optional.of(noPart(parts[1], "agency", parts[0], party.agencies().keySet()));
    }
    return parts.length == 3 && !agency.get().roles().contains(parts[2])
        ? Optional.of(noPart(parts[2], "role", parts[1], agency.get().roles()))
        : Optional.empty();
  }

  private static String noPart(String name, String what, String of, Set<String> known) {
    return name + " is no " + what + " of " + of + "; " + PartyRules.known(known);
  }

  private String knownParties() {
    return PartyRules.known(agreement.parties().keySet());
  }
}
