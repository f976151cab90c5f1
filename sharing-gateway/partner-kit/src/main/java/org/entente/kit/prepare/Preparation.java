package org.entente.kit.prepare;

import java.util.Optional;
import org.entente.kit.stix.StixUnreadable;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Tlp;

/// Adds to a third party's objects what they lack for the exchange. What is put in goes before what
/// is there; every byte that was there stays, ids above all, since they are somebody else's. An
/// object that has something already keeps it. Immutable.
///
/// @param tlp for objects without a TLP marking
/// @param producer STIX id of an identity, for objects that need an author and have none
/// @param releasability for objects that do not say to whom they may be released
/// @param wallets for wallets that do not say on which chain they are
public record Preparation(
    Tlp tlp,
    Optional<String> producer,
    Optional<Releasability> releasability,
    Optional<WalletReading> wallets) {

  /// Marks objects, and adds nothing else.
  public static Preparation marking(Tlp tlp) {
    return new Preparation(tlp, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Prepares one object, or [StixUnreadable].
  public Prepared apply(String id, byte[] object) {
    return new Additions(this, id, read(id, object), object).prepared();
  }

  private static JsonObject read(String id, byte[] object) {
    try {
      if (JsonReader.read(object) instanceof JsonObject json) {
        return json;
      }
    } catch (JsonRejected e) {
      throw new StixUnreadable(id + ", at byte " + e.offset() + ": " + e.reason());
    }
    throw new StixUnreadable(id + " is no object.");
  }
}
