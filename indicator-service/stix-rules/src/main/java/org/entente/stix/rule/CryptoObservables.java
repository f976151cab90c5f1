package org.entente.stix.rule;

import static org.entente.stix.rule.Kinds.TEXT;
import static org.entente.stix.rule.Kinds.list;
import static org.entente.stix.rule.Kinds.nested;
import static org.entente.stix.rule.ObjectType.observable;
import static org.entente.stix.rule.Property.optional;
import static org.entente.stix.rule.Property.required;
import static org.entente.stix.rule.References.ref;

import java.util.List;

/// Wallets and transactions as the extensions of stix2extensions define them; STIX has none. A
/// wallet without the extension, as OpenCTI writes it, is one too.
final class CryptoObservables {
  private static final Kind AMOUNT = Kinds.number("float ≥ 0", 0, Double.MAX_VALUE);

  private static final Shape WALLET =
      Shape.of(
          "cryptocurrency-wallet",
          "stix2extensions",
          required("value", TEXT),
          optional("holder_ref", ref("identity")));

  private static final Shape PAYMENT =
      Shape.of(
          "address-and-amount",
          "stix2extensions",
          required("amount", AMOUNT),
          optional("address_ref", ref("cryptocurrency-wallet")));

  private static final Shape TRANSACTION =
      Shape.of(
          "cryptocurrency-transaction",
          "stix2extensions",
          required("symbol", TEXT),
          required("value", TEXT),
          optional("fee", AMOUNT),
          optional("execution_time", Kinds.TIMESTAMP),
          optional("input", list(nested(PAYMENT))),
          optional("output", list(nested(PAYMENT))));

  static final List<ObjectType> ALL =
      List.of(observable(WALLET, "value"), observable(TRANSACTION, "symbol", "value"));

  private CryptoObservables() {}
}
