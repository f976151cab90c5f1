package org.entente.kit.prepare;

import java.util.List;
import java.util.Optional;
import org.entente.stix.address.Address;
import org.entente.stix.address.AddressRejected;
import org.entente.stix.address.Addresses;
import org.entente.stix.address.Candidate;
import org.entente.stix.address.Candidate.Certainty;
import org.entente.stix.address.Chain;
import org.entente.stix.observable.WalletExtension;

/// Reads what a wallet's address says of itself.
///
/// @param chain of addresses that do not show theirs; empty to leave such wallets alone
public record WalletReading(Optional<Chain> chain) {

  /// What became of an address.
  sealed interface Outcome {

    /// It was read.
    record Known(WalletExtension says) implements Outcome {}

    /// It was not; a guess would accuse somebody else.
    ///
    /// @param reason a clause about the address that does not repeat it
    record Open(String reason) implements Outcome {}
  }

  Outcome read(String value) {
    try {
      List<Candidate> candidates = Addresses.recognise(value);
      if (isCertain(candidates)) {
        return known(candidates.getFirst().address());
      }
      if (chain.isPresent()) {
        return known(Addresses.read(chain.get(), value));
      }
      if (candidates.isEmpty()) {
        Addresses.requireUnknown(value);
        return new Outcome.Open("it is no address of a chain known here");
      }
      return new Outcome.Open("its form does not tell its chain");
    } catch (AddressRejected e) {
      return new Outcome.Open(e.reason());
    }
  }

  private static boolean isCertain(List<Candidate> candidates) {
    return candidates.size() == 1 && candidates.getFirst().certainty() == Certainty.CERTAIN;
  }

  private static Outcome known(Address address) {
    return new Outcome.Known(WalletExtension.of(address));
  }
}
