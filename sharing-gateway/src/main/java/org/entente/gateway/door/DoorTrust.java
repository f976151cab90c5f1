package org.entente.gateway.door;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.TrustStoreAndTrustOptions;
import io.quarkus.tls.runtime.TrustStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
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
    var anchors = partners.now().agreement().tls(Set.of());
    return new TrustStoreAndTrustOptions(
        anchors.keyStore(), new PemTrustOptions().addCertValue(Buffer.buffer(anchors.pem())));
  }

  /**
   * Renews the door's side of TLS. Of all that follows a change this alone can fail, and whatever
   * came after it would then not follow: limits and lists of revoked certificates come before.
   */
  @ApplicationScoped
  static class Renewal {

    static final int LAST = 10_000;

    private final TlsConfigurationRegistry registry;
    private final Event<CertificateUpdatedEvent> renewed;

    Renewal(TlsConfigurationRegistry registry, Event<CertificateUpdatedEvent> renewed) {
      this.registry = registry;
      this.renewed = renewed;
    }

    void renew(@Observes @Priority(LAST) Partners unused) {
      var bucket = registry.get(BUCKET).orElseThrow();
      if (!bucket.reload()) {
        throw new IllegalStateException("the door's key or its partners' anchors cannot be read");
      }
      renewed.fire(new CertificateUpdatedEvent(BUCKET, bucket));
    }
  }
}
