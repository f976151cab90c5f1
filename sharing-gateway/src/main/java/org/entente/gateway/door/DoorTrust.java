package org.entente.gateway.door;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.Partners;

/**
 * Whom TLS lets as far as the door: certificates of all partners' authorities. Which of them may
 * speak for whom is decided behind it. When the agreement changes, so does this, for connections
 * from then on; requests on older ones meet the door.
 */
@ApplicationScoped
@Identifier(DoorTrust.BUCKET)
class DoorTrust implements TrustStoreProvider {

  /** The TLS configuration of the door. */
  static final String BUCKET = "door";

  private final CurrentPartners partners;

  DoorTrust(CurrentPartners partners) {
    this.partners = partners;
  }

  @Override
  public TrustStoreAndTrustOptions getTrustStore(Vertx vertx) {
    Set<X509Certificate> anchors = new LinkedHashSet<>();
    partners
        .now()
        .agreement()
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

  /** Renews the door's side of TLS. */
  @ApplicationScoped
  static class Renewal {

    private final TlsConfigurationRegistry registry;
    private final Event<CertificateUpdatedEvent> renewed;

    Renewal(TlsConfigurationRegistry registry, Event<CertificateUpdatedEvent> renewed) {
      this.registry = registry;
      this.renewed = renewed;
    }

    void renew(@Observes Partners unused) {
      var bucket = registry.get(BUCKET).orElseThrow();
      if (!bucket.reload()) {
        throw new IllegalStateException("the door's key or its partners' anchors cannot be read");
      }
      renewed.fire(new CertificateUpdatedEvent(BUCKET, bucket));
    }
  }
}
