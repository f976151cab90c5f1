package org.entente.pki;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One partner's certificates: a root, below it an authority for TLS and one for signing, below
 * those the leaves. Everything is in files from the moment it exists. Thread-safe.
 */
public final class Party {

  private final String id;
  private final Path folder;
  private final Authority root;
  private final Authority tls;
  private final Authority signing;
  private final Authority timeStamps;
  private final Revocations revokedTls;
  private final Revocations revokedSigning;
  private final Map<String, CredentialFiles> clients = new ConcurrentHashMap<>();
  private final Map<String, CredentialFiles> signers = new ConcurrentHashMap<>();

  Party(String id, Path folder, Clock clock) {
    this.id = id;
    this.folder = folder;
    root = Authority.root(CertificateTemplate.authority(id, id + " Root"), clock);
    tls = root.subordinate(CertificateTemplate.authority(id, id + " TLS CA"));
    signing = root.subordinate(CertificateTemplate.authority(id, id + " Signing CA"));
    timeStamps = Authority.root(CertificateTemplate.authority(id, id + " Time Stamp CA"), clock);
    PemFile.write(rootFile(), List.of(root.certificate()));
    PemFile.write(tlsAnchor(), List.of(tls.certificate()));
    PemFile.write(signingAnchor(), List.of(signing.certificate()));
    PemFile.write(timeStampAnchor(), List.of(timeStamps.certificate()));
    revokedTls = new Revocations(tls, folder.resolve("tls-ca.crl"));
    revokedSigning = new Revocations(signing, folder.resolve("signing-ca.crl"));
  }

  public String id() {
    return id;
  }

  /** The TLS client certificate with this client id, issued at the first call. */
  public CredentialFiles client(String clientId) {
    return clients.computeIfAbsent(
        clientId,
        name -> {
          var issued = tls.issue(CertificateTemplate.client(id, name));
          return issued.writeTo(folder.resolve("clients"), name);
        });
  }

  /** The signing certificate of this name, issued at the first call. */
  public CredentialFiles signer(String name) {
    return signers.computeIfAbsent(
        name,
        _ -> {
          var issued = signing.issue(CertificateTemplate.signer(id, name));
          return issued.writeTo(folder.resolve("signers"), name);
        });
  }

  /** {@code urn:entente:signer:<party>:<name>}, the name under which a signer is registered. */
  public String signerUrn(String name) {
    return "urn:entente:signer:" + id + ":" + name;
  }

  /** Any certificate of this party's TLS authority, hostile ones included. */
  public CredentialFiles tls(String fileName, CertificateTemplate template) {
    return tls.issue(template).writeTo(folder.resolve("odd"), fileName);
  }

  /** Any certificate of this party's signing authority, hostile ones included. */
  public CredentialFiles signing(String fileName, CertificateTemplate template) {
    return signing.issue(template).writeTo(folder.resolve("odd"), fileName);
  }

  /** Writes a credential that some authority below this party's has issued. */
  public CredentialFiles write(Credential credential, String fileName) {
    return credential.writeTo(folder.resolve("odd"), fileName);
  }

  /** The root of all this party's certificates. */
  public X509Certificate root() {
    return root.certificate();
  }

  /** A fresh credential for stamping time, of an authority apart from this party's others. */
  public Credential timeStamper() {
    return timeStamper(CertificateTemplate.timeStamper(id));
  }

  /** Any certificate of this party's time-stamp authority, hostile ones included. */
  public Credential timeStamper(CertificateTemplate template) {
    return timeStamps.issue(template);
  }

  /** An authority below this party's time-stamp authority. */
  public Authority subordinateTimeStamps(String name) {
    return timeStamps.subordinate(CertificateTemplate.authority(id, name));
  }

  /** The list of the revoked certificates of this party's TLS authority. */
  public Revocations revokedTls() {
    return revokedTls;
  }

  /** The same of its signing authority. */
  public Revocations revokedSigning() {
    return revokedSigning;
  }

  /** The authority of its TLS certificates. */
  public Authority tlsAuthority() {
    return tls;
  }

  /** The authority of its signing certificates. */
  public Authority signingAuthority() {
    return signing;
  }

  Path odd() {
    return folder.resolve("odd");
  }

  public Path rootFile() {
    return folder.resolve("root.crt");
  }

  /** PEM of the only authority this party's TLS certificates come from. */
  public Path tlsAnchor() {
    return folder.resolve("tls-ca.crt");
  }

  /** PEM of the root of the time-stamp authority this party chose. */
  public Path timeStampAnchor() {
    return folder.resolve("time-stamp-ca.crt");
  }

  /** PEM of the only authority this party's signing certificates come from. */
  public Path signingAnchor() {
    return folder.resolve("signing-ca.crt");
  }
}
