package org.entente.indicator.collection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.entente.indicator.audit.LegalBases;

/// Tells the records on what ground the objects of each collection are exchanged.
@Singleton
final class ConfiguredLegalBases {
  @Produces
  @Singleton
  LegalBases legalBases(ExchangeConfig config) {
    Map<String, String> bases = new HashMap<>();
    config
        .collections()
        .values()
        .forEach(collection ->
            collection
                .legalBasis()
                .ifPresent(basis -> bases.put(collection.id().toString(), basis)));
    return new LegalBases(bases);
  }
}
