package org.entente.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All certificates of one throw-away exchange, in a folder:
 *
 * <pre>
 * exchange/ca.crt  exchange/ca.crl  exchange/&lt;service&gt;.crt|key|p12
 * &lt;party&gt;/tls-ca.crl  &lt;party&gt;/signing-ca.crl   revoked certificates
 * &lt;party&gt;/root.crt  &lt;party&gt;/tls-ca.crt  &lt;party&gt;/signing-ca.crt
 * &lt;party&gt;/time-stamp-ca.crt
 * &lt;party&gt;/clients/&lt;client id&gt;.crt|key|p12  &lt;party&gt;/signers/&lt;name&gt;.crt|key|p12
 * door.crt  door.p12      whom a door for partners accepts: every party's TLS authority
 * roots.p12               every party's root and the exchange's own, for Keycloak, which takes nothing
 *                         less for an anchor; it knows each client by subject and root
 * inside.crt              whom the audit-service accepts: those and the exchange's own authority
 * </pre>
 *
 * Key stores and keys carry no real secret. Thread-safe.
 */
public final class Pki {

  /** Names in service certificates. */
  public static final String GATEWAY = "sharing-gateway";

  public static final String INDICATOR_SERVICE = "indicator-service";
  public static final String AUDIT_SERVICE = "audit-service";
  public static final String IDENTITY_PROVIDER = "identity-provider";

  private final Path folder;
  private final Authority exchange;
  private final Revocations revokedServices;
  private final Map<String, CredentialFiles> services = new ConcurrentHashMap<>();
  private final Map<String, Party> parties = new LinkedHashMap<>();

  private Pki(Path folder, Clock clock, List<String> partyIds) {
    this.folder = folder;
    exchange = Authority.root(CertificateTemplate.authority("exchange", "Exchange CA"), clock);
    PemFile.write(exchangeAnchor(), List.of(exchange.certificate()));
    revokedServices = new Revocations(exchange, folder.resolve("exchange/ca.crl"));
    for (var id : partyIds) {
      parties.put(id, new Party(id, folder.resolve(id), clock));
    }
    var partyAuthorities =
        parties.values().stream().map(p -> p.tlsAuthority().certificate()).toList();
    PemFile.write(doorAnchors(), partyAuthorities);
    writeTrustStore(doorTrustStore(), partyAuthorities);
    var roots = new ArrayList<>(parties.values().stream().map(Party::root).toList());
    roots.add(exchange.certificate());
    writeTrustStore(rootTrustStore(), roots);
    var inside = new ArrayList<>(partyAuthorities);
    inside.add(exchange.certificate());
    PemFile.write(insideAnchors(), inside);
  }

  /** Makes the authorities of the exchange and its parties; leaves are made when asked for. */
  public static Pki create(Path folder, Clock clock, String... partyIds) {
    return new Pki(folder, clock, List.of(partyIds));
  }

  /** The party of this id. */
  public Party party(String id) {
    var party = parties.get(id);
    if (party == null) {
      throw new IllegalArgumentException("no party " + id + ", only " + parties.keySet());
    }
    return party;
  }

  public List<Party> parties() {
    return List.copyOf(parties.values());
  }

  /** The certificate of this service, issued at the first call. */
  public CredentialFiles service(String name) {
    return services.computeIfAbsent(
        name,
        _ -> {
          var issued = exchange.issue(CertificateTemplate.service(name));
          return issued.writeTo(folder.resolve("exchange"), name);
        });
  }

  /** Gives this service another key and certificate, in the files of the one it has. */
  public Credential renew(String name) {
    var renewed = exchange.issue(CertificateTemplate.service(name));
    renewed.replace(service(name));
    return renewed;
  }

  /** Any certificate of the exchange's authority, hostile ones included. */
  public CredentialFiles exchange(String fileName, CertificateTemplate template) {
    return exchange.issue(template).writeTo(folder.resolve("exchange"), fileName);
  }

  /** The authority itself, for certificates nobody should have issued. */
  public X509Certificate exchangeAuthority() {
    return exchange.certificate();
  }

  /** The list of the exchange's own revoked certificates. */
  public Revocations revokedServices() {
    return revokedServices;
  }

  /** PEM of the authority all services' certificates come from. */
  public Path exchangeAnchor() {
    return folder.resolve("exchange/ca.crt");
  }

  /** PEM of every party's TLS authority. */
  public Path doorAnchors() {
    return folder.resolve("door.crt");
  }

  /** The same as PKCS#12 under {@link CredentialFiles#PASSWORD}. */
  public Path doorTrustStore() {
    return folder.resolve("door.p12");
  }

  /** PKCS#12 of every root under {@link CredentialFiles#PASSWORD}. */
  public Path rootTrustStore() {
    return folder.resolve("roots.p12");
  }

  /** PEM of every party's TLS authority and the exchange's own. */
  public Path insideAnchors() {
    return folder.resolve("inside.crt");
  }

  private static void writeTrustStore(Path file, List<X509Certificate> certificates) {
    try (var out = Files.newOutputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("anchor-" + i, certificates.get(i));
      }
      store.store(out, CredentialFiles.PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK writes PKCS#12", e);
    }
  }
}
