package org.entente.audit.timestamp;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.agreement.Party.TimeStampAuthority;
import org.entente.timestamp.TimeStampTrust;

/** The time-stamp authorities that the parties have chosen, as it is agreed now. Thread-safe. */
@Singleton
class Authorities {

  private final Supplier<List<Authority>> all;

  Authorities(InForce agreements) {
    all = agreements.derive(Authorities::of);
  }

  private static List<Authority> of(Agreement agreement) {
    return agreement.parties().entrySet().stream()
        .flatMap(party ->
            party.getValue().auditing().timeStamps().stream()
                .map(chosen -> authority(party.getKey(), chosen)))
        .toList();
  }

  private static Authority authority(String party, TimeStampAuthority chosen) {
    var trust = new TimeStampTrust(chosen.anchors().certificates(), chosen.policy());
    return new Authority(party, chosen.url(), trust);
  }

  List<Authority> all() {
    return all.get();
  }
}
