package org.entente.indicator.party;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parties.
@ConfigMapping(prefix = "entente")
public interface PartyConfig {
  /// Parties by partner id.
  Map<String, PartnerConfig> partners();

  /// One party.
  interface PartnerConfig {
    /// STIX identity ids that only this party may write in the name of.
    Optional<Set<String>> identities();

    /// Its agencies by name; a party without any reads as one organisation.
    Map<String, AgencyConfig> agencies();
  }

  /// One agency.
  interface AgencyConfig {
    /// Another agency of the same party whose client this one is: AMBER reaches it through that
    /// agency, AMBER+STRICT does not (TLP 2.0).
    Optional<String> clientOf();

    /// Names of roles that people there read in.
    Optional<Set<String>> roles();
  }
}
