package org.entente.stix.rule;

import static org.entente.stix.rule.Property.required;

import java.util.List;
import org.entente.stix.marking.Pap;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.Tlp;
import org.entente.stix.observable.WalletExtension;

/// Extensions by others and of our own that are understood here. Those that are open are known, but
/// what they say is their owners' business.
final class KnownExtensions {
  private static final Property TYPE =
      required("extension_type", Kinds.oneOf(Vocabularies.EXTENSION_TYPE));

  static final List<Shape> ALL =
      List.of(
          Shape.of(
              Tlp.EXTENSION,
              "TLP 2.0",
              TYPE,
              required(
                  "tlp_2_0",
                  Kinds.oneOf(
                      Vocabulary.of("TLP 2.0", "TLP 2.0", "clear green amber amber+strict red")))),
          Shape.of(
              Pap.EXTENSION,
              "PAP",
              TYPE,
              required(
                  "pap", Kinds.oneOf(Vocabulary.of("PAP", "PAP", "clear white green amber red")))),
          known(Releasability.EXTENSION, "Entente"),
          // cryptocurrency-wallet and cryptocurrency-transaction
          known(WalletExtension.ID, "Entente"),
          known("extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7", "stix2extensions"),
          known("extension-definition--151d042d-4dcf-5e44-843f-1024440318e5", "stix2extensions"),
          // What OpenCTI adds to everything it hands out
          known("extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba", "OpenCTI"),
          known("extension-definition--f93e2c80-4231-4f9a-af8b-95c9bd566a82", "OpenCTI"),
          // IEP, ACS, CUI
          known("extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a", "IEP 2.0"),
          known("extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce", "ACS 3.0"),
          known("extension-definition--dff17fb3-edcb-4f99-ad1b-4b751c95738a", "CUI"));

  private KnownExtensions() {}

  private static Shape known(String key, String owner) {
    return Shape.of(key, owner, TYPE).open();
  }
}
