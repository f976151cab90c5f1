package org.entente.audit.access;

import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Party.IdentityProvider;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards one partner's identity provider: its own authorities count and no other partner's,
 * who could otherwise stand in for it and hand out keys.
 */
final class ProviderTls extends BaseTlsConfiguration {

  private final String name;
  private final TrustOptions anchors;
  private final Optional<TlsConfiguration> own;

  /**
   * @param own where the certificate is that this service shows there, if it shows any
   */
  ProviderTls(String name, IdentityProvider provider, Optional<TlsConfiguration> own) {
    this.name = name;
    this.anchors = new PemTrustOptions().addCertValue(Buffer.buffer(provider.anchors().pem()));
    this.own = own;
  }

  @Override
  public TrustOptions getTrustStoreOptions() {
    return anchors;
  }

  @Override
  public @Nullable KeyCertOptions getKeyStoreOptions() {
    return own.map(TlsConfiguration::getKeyStoreOptions).orElse(null);
  }

  @Override
  public SSLOptions getSSLOptions() {
    var options =
        new SSLOptions()
            .setTrustOptions(anchors)
            .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
    own.map(TlsConfiguration::getKeyStoreOptions).ifPresent(options::setKeyCertOptions);
    return options;
  }

  @Override
  public String getName() {
    return name;
  }
}
