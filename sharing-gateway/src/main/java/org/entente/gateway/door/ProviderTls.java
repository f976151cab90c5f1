package org.entente.gateway.door;

import io.quarkus.tls.BaseTlsConfiguration;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Set;
import org.entente.agreement.Party.IdentityProvider;

/**
 * TLS towards one partner's identity provider: its own authorities count and no other partner's,
 * who could otherwise stand in for it and hand out keys.
 */
final class ProviderTls extends BaseTlsConfiguration {

  private final String name;
  private final TrustOptions anchors;

  ProviderTls(String name, IdentityProvider provider) {
    this.name = name;
    this.anchors = new PemTrustOptions().addCertValue(Buffer.buffer(provider.anchors().pem()));
  }

  @Override
  public TrustOptions getTrustStoreOptions() {
    return anchors;
  }

  @Override
  public SSLOptions getSSLOptions() {
    return new SSLOptions()
        .setTrustOptions(anchors)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
  }

  @Override
  public String getName() {
    return name;
  }
}
