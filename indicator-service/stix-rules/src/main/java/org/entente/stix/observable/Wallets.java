package org.entente.stix.observable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.stix.address.Address;
import org.entente.stix.address.AddressRejected;
import org.entente.stix.address.Addresses;
import org.entente.stix.address.Candidate;
import org.entente.stix.address.Candidate.Certainty;
import org.entente.stix.address.Chain;
import org.entente.stix.address.Remark;
import org.entente.stix.address.TransactionHash;

/// Keys of wallets and transactions.
final class Wallets {

  private Wallets() {}

  static Observed observe(String text, Declared declared) {
    try {
      var chain = declared.chain();
      return chain == null ? undeclared(text, declared) : declared(chain, text, declared);
    } catch (AddressRejected e) {
      throw ObservableRejected.of(e);
    }
  }

  static Observed transaction(String text, Declared declared) {
    try {
      var chain = declared.chain();
      if (chain != null) {
        return Observed.of(key(TransactionHash.read(chain, text)));
      }
      var keys = Transactions.possible(text);
      return keys.isEmpty()
          ? new Observed(List.of(), Set.of(Note.CHAIN_UNKNOWN))
          : new Observed(keys, Set.of(Note.CHAIN_UNDECLARED));
    } catch (AddressRejected e) {
      throw ObservableRejected.of(e);
    }
  }

  static ObservableKey key(Address address) {
    return new ObservableKey(Kind.WALLET, address.key());
  }

  static ObservableKey key(TransactionHash hash) {
    return new ObservableKey(Kind.TRANSACTION, hash.key());
  }

  static Set<Note> notes(Address address) {
    var notes = EnumSet.noneOf(Note.class);
    if (address.remarks().contains(Remark.NO_CHECKSUM)) {
      notes.add(Note.NO_CHECKSUM);
    }
    if (address.remarks().contains(Remark.TEST_NETWORK)) {
      notes.add(Note.TEST_NETWORK);
    }
    return notes;
  }

  private static Observed declared(Chain chain, String text, Declared declared) {
    var address = narrowed(Addresses.read(chain, text), declared);
    return new Observed(List.of(key(address)), notes(address));
  }

  private static Observed undeclared(String text, Declared declared) {
    var candidates = Addresses.recognise(text);
    var caip = Caip.read(text);
    if (caip.isPresent()) {
      return declared(caip.get().chain(), caip.get().rest(), declared);
    }
    if (candidates.isEmpty()) {
      Addresses.requireUnknown(text);
      var key = new ObservableKey(Kind.OTHER, "cryptocurrency-wallet:value:" + text);
      return Observed.of(key, Note.CHAIN_UNKNOWN);
    }
    var keys = new ArrayList<ObservableKey>();
    var notes = EnumSet.noneOf(Note.class);
    for (var candidate : candidates) {
      var address = narrowed(candidate.address(), declared);
      keys.add(key(address));
      notes.addAll(notes(address));
      notes.addAll(doubt(candidate));
    }
    return new Observed(keys, notes);
  }

  private static Set<Note> doubt(Candidate candidate) {
    return switch (candidate.certainty()) {
      case CERTAIN -> Set.of();
      case AMBIGUOUS -> Set.of(Note.CHAIN_UNDECLARED);
      case WEAK -> Set.of(Note.CHAIN_ASSUMED);
    };
  }

  private static Address narrowed(Address address, Declared declared) {
    return declared.tag().isEmpty() ? address : address.withTag(declared.tag());
  }

  static Strength strength(Certainty certainty) {
    return switch (certainty) {
      case CERTAIN -> Strength.EXACT;
      case AMBIGUOUS -> Strength.AMBIGUOUS;
      case WEAK -> Strength.WEAK;
    };
  }
}
