package org.entente.gateway.door;

import io.quarkus.tls.BaseTlsConfiguration;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * TLS towards one partner's identity provider: its own authorities count and no other partner's,
 * who could otherwise stand in for it and hand out keys.
 */
final class ProviderTls extends BaseTlsConfiguration {

  private final String name;
  private final TrustOptions anchors;

  ProviderTls(String name, Set<X509Certificate> anchors) {
    this.name = name;
    this.anchors = PemAnchors.of(anchors);
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
