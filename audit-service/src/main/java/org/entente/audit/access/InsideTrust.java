package org.entente.audit.access;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.InForce;

/**
 * Whom TLS lets as far as this service: certificates of all parties' authorities and of the
 * exchange's own. Which of them may name whom is decided behind it. When the agreement changes, so
 * does this, for connections from then on; requests on older ones are judged anew, each.
 */
@Singleton
@Identifier(InsideTrust.BUCKET)
class InsideTrust implements TrustStoreProvider {

  /** The TLS configuration of the port. */
  static final String BUCKET = "inside";

  private final Set<X509Certificate> services;
  private final InForce agreements;

  InsideTrust(AccessConfig config, InForce agreements) {
    this.services = Anchors.read(config.serviceAnchors()).authorities();
    this.agreements = agreements;
  }

  @Override
  public TrustStoreAndTrustOptions getTrustStore(Vertx vertx) {
    Set<X509Certificate> anchors = new LinkedHashSet<>(services);
    agreements
        .now()
        .parties()
        .values()
        .forEach(party -> anchors.addAll(party.tls().certificates()));
    return new TrustStoreAndTrustOptions(store(anchors), PemAnchors.of(anchors));
  }

  private static KeyStore store(Set<X509Certificate> anchors) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (X509Certificate anchor : anchors) {
        store.setCertificateEntry("anchor-" + store.size(), anchor);
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("every Java keeps certificates in memory", e);
    }
  }

  /** Renews this service's side of TLS. */
  @Singleton
  static class Renewal {

    private final TlsConfigurationRegistry registry;
    private final Event<CertificateUpdatedEvent> renewed;

    Renewal(TlsConfigurationRegistry registry, Event<CertificateUpdatedEvent> renewed) {
      this.registry = registry;
      this.renewed = renewed;
    }

    void renew(@Observes Agreement unused) {
      var bucket = registry.get(BUCKET).orElseThrow();
      if (!bucket.reload()) {
        throw new IllegalStateException("the service's key or the authorities cannot be read");
      }
      renewed.fire(new CertificateUpdatedEvent(BUCKET, bucket));
    }
  }
}
