package org.entente.indicator.collection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;
import org.entente.indicator.audit.LegalBases;

/// Tells the records on what ground the objects of each collection are exchanged.
@Singleton
final class AgreedLegalBases {
  @Produces
  @Singleton
  LegalBases legalBases(InForce agreements) {
    return new LegalBases(agreements.derive(AgreedLegalBases::of));
  }

  private static Map<String, String> of(Agreement agreement) {
    Map<String, String> bases = new HashMap<>();
    agreement
        .collections()
        .values()
        .forEach(collection ->
            collection
                .legalBasis()
                .ifPresent(basis -> bases.put(collection.id().toString(), basis)));
    return bases;
  }
}
