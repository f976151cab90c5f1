package org.entente.audit.access;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
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
    var anchors = agreements.now().tls(services);
    return new TrustStoreAndTrustOptions(
        anchors.keyStore(), new PemTrustOptions().addCertValue(Buffer.buffer(anchors.pem())));
  }

  /**
   * Renews this service's side of TLS. Of all that follows a change this alone can fail, and
   * whatever came after it would then not follow: limits and lists of revoked certificates come
   * before.
   */
  @Singleton
  static class Renewal {

    static final int LAST = 10_000;

    private final TlsConfigurationRegistry registry;
    private final Event<CertificateUpdatedEvent> renewed;

    Renewal(TlsConfigurationRegistry registry, Event<CertificateUpdatedEvent> renewed) {
      this.registry = registry;
      this.renewed = renewed;
    }

    void renew(@Observes @Priority(LAST) Agreement unused) {
      var bucket = registry.get(BUCKET).orElseThrow();
      if (!bucket.reload()) {
        throw new IllegalStateException("the service's key or the authorities cannot be read");
      }
      renewed.fire(new CertificateUpdatedEvent(BUCKET, bucket));
    }
  }
}
