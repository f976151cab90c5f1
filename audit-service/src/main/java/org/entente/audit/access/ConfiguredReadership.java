package org.entente.audit.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.entente.audit.visibility.Readership;
import org.entente.audit.visibility.SharedCollection;

/** Who may read what, by the collections there are. */
final class ConfiguredReadership {

  @Produces
  @Singleton
  Readership readership(AccessConfig config) {
    return new Readership(
        config.partners().keySet(),
        config.collections().values().stream()
            .map(c -> SharedCollection.of(c.id().toString(), c.producer(), c.audience()))
            .toList());
  }
}
