package org.entente.indicator.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.address.AddressRejected;
import org.entente.stix.address.Chain;
import org.entente.stix.address.Secret;
import org.entente.stix.address.Secrets;
import org.entente.stix.observable.Declared;
import org.entente.stix.observable.Guess;
import org.entente.stix.observable.Identified;
import org.entente.stix.observable.Kind;
import org.entente.stix.observable.ObservableKey;
import org.entente.stix.observable.ObservableRejected;
import org.entente.stix.observable.Observables;
import org.entente.stix.observable.Observed;
import org.entente.stix.observable.Strength;

/// Takes a value for what it may be. Pure; a value it refuses is not repeated when it may be a
/// secret.
final class Interpreter {
  private static final String SECRET = AddressRejected.Code.ADDRESS_IS_SECRET.name();

  private static final Set<Kind> DIGESTS =
      Set.of(
          Kind.MD5,
          Kind.SHA1,
          Kind.SHA256,
          Kind.SHA512,
          Kind.SHA3_256,
          Kind.SHA3_512,
          Kind.SSDEEP,
          Kind.TLSH);

  private static final Map<String, Set<Kind>> KINDS =
      Map.ofEntries(
          Map.entry("domain-name", Set.of(Kind.DOMAIN)),
          Map.entry("url", Set.of(Kind.URL)),
          Map.entry("ipv4-addr", Set.of(Kind.IPV4)),
          Map.entry("ipv6-addr", Set.of(Kind.IPV6)),
          Map.entry("email-addr", Set.of(Kind.EMAIL)),
          Map.entry("mac-addr", Set.of(Kind.MAC)),
          Map.entry("file", DIGESTS),
          Map.entry("artifact", DIGESTS),
          Map.entry("x509-certificate", DIGESTS),
          Map.entry("software", Set.of(Kind.PACKAGE)),
          Map.entry("user-account", Set.of(Kind.ACCOUNT, Kind.TELEGRAM)),
          Map.entry("windows-registry-key", Set.of(Kind.REGISTRY_KEY)),
          Map.entry("cryptocurrency-wallet", Set.of(Kind.WALLET)),
          Map.entry("cryptocurrency-transaction", Set.of(Kind.TRANSACTION)));

  private Interpreter() {}

  static Reading read(Question question) {
    if (!question.fault().isEmpty()) {
      return refused(Optional.empty(), "VALUE_MALFORMED", question.fault());
    }
    List<Secret> secrets =
        Secrets.find(String.join(" ", question.value(), question.chain(), question.type()));
    if (!secrets.isEmpty()) {
      String kind = secrets.getFirst().kind().text();
      return new Reading.Refused(
          Optional.empty(), SECRET, "it is " + kind + ": whoever sees it owns the money", true);
    }
    try {
      return understood(question, identify(question));
    } catch (ObservableRejected e) {
      boolean untold = e.secret() || question.value().length() > Observables.LONGEST;
      Optional<String> asked = untold ? Optional.empty() : Optional.of(question.value());
      return new Reading.Refused(asked, e.code(), e.reason(), e.secret());
    }
  }

  private static Identified identify(Question question) {
    return question.chain().isEmpty() ? Observables.identify(question.value()) : onChain(question);
  }

  private static Identified onChain(Question question) {
    Optional<Chain> chain = Chain.of(question.chain());
    if (chain.isEmpty()) {
      return new Identified(List.of(), Set.of());
    }
    String type = question.type().isEmpty() ? "cryptocurrency-wallet" : question.type();
    Declared declared = Declared.chain(chain.get());
    try {
      return identified(Observables.of(type, "value", question.value(), declared));
    } catch (ObservableRejected e) {
      if (!e.code().equals("ADDRESS_IS_HASH") || !question.type().isEmpty()) {
        throw e;
      }
      return identified(
          Observables.of("cryptocurrency-transaction", "value", question.value(), declared));
    }
  }

  private static Identified identified(Observed observed) {
    return new Identified(
        observed.keys().stream().map(key -> new Guess(key, Strength.EXACT)).toList(),
        observed.notes());
  }

  private static Reading understood(Question question, Identified found) {
    if (!question.chain().isEmpty() && found.guesses().isEmpty()) {
      return refused(Optional.of(question.value()), "CHAIN_UNKNOWN", "no chain of that name");
    }
    Set<Kind> wanted = KINDS.getOrDefault(question.type(), Set.of());
    if (!question.type().isEmpty() && wanted.isEmpty()) {
      return refused(Optional.of(question.value()), "TYPE_UNKNOWN", "no observable of that type");
    }
    List<Guess> guesses = new ArrayList<>();
    Set<ObservableKey> seen = new HashSet<>();
    for (Guess guess : found.guesses()) {
      boolean fits = wanted.isEmpty() || wanted.contains(guess.key().kind());
      if (fits && seen.add(guess.key())) {
        guesses.add(guess);
      }
    }
    return guesses.isEmpty()
        ? refused(Optional.of(question.value()), "VALUE_OTHER_TYPE", "it is of another type")
        : new Reading.Understood(question.value(), guesses, found.notes());
  }

  private static Reading refused(Optional<String> asked, String code, String detail) {
    return new Reading.Refused(asked, code, detail, false);
  }
}
