package org.entente.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiTest {

  private static final int URI = 6;

  @TempDir static Path folder;
  private static Pki pki;

  @BeforeAll
  static void create() {
    pki = Pki.create(folder, Clock.systemUTC(), "kr", "eu");
  }

  @Test
  void a_client_validates_to_its_own_party_only() throws Exception {
    var client = pki.party("kr").client("kr-feed");

    validate(client, pki.party("kr").tlsAnchor());

    assertThrows(
        CertPathValidatorException.class, () -> validate(client, pki.party("eu").tlsAnchor()));
    assertThrows(
        CertPathValidatorException.class, () -> validate(client, pki.party("kr").signingAnchor()));
    assertEquals("urn:entente:client:kr:kr-feed", uri(client));
  }

  @Test
  void a_signer_says_what_it_is_for() throws Exception {
    var signer = pki.party("eu").signer("ops");

    validate(signer, pki.party("eu").signingAnchor());

    var leaf = signer.credential().leaf();
    assertEquals(pki.party("eu").signerUrn("ops"), uri(signer));
    assertEquals(List.of("1.3.6.1.5.5.7.3.36"), leaf.getExtendedKeyUsage());
    assertTrue(leaf.getKeyUsage()[0]);
    assertEquals(-1, leaf.getBasicConstraints());
  }

  @Test
  void a_service_is_reached_under_localhost() throws Exception {
    var service = pki.service(Pki.AUDIT_SERVICE);

    validate(service, pki.exchangeAnchor());

    var names = service.credential().leaf().getSubjectAlternativeNames();
    assertTrue(names.contains(List.of(2, "localhost")));
    assertTrue(names.contains(List.of(7, "127.0.0.1")));
    assertEquals("urn:entente:service:audit-service", uri(service));
  }

  @Test
  void keys_are_pkcs8_and_for_their_owner_only() throws Exception {
    var client = pki.party("kr").client("kr-auditor");

    assertTrue(Files.readString(client.key()).startsWith("-----BEGIN PRIVATE KEY-----\n"));
    assertEquals(
        PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(client.key()));
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(client.pkcs12())) {
      store.load(in, CredentialFiles.PASSWORD.toCharArray());
    }
    assertEquals(client.credential().leaf(), store.getCertificate("entente"));
  }

  @Test
  void the_door_trusts_both_parties_and_not_the_exchange() throws Exception {
    var door = certificates(pki.doorAnchors());

    assertEquals(2, door.size());
    assertFalse(door.contains(pki.exchangeAuthority()));
    assertEquals(3, certificates(pki.insideAnchors()).size());
  }

  @Test
  void hostile_certificates_are_hostile() throws Exception {
    var kr = pki.party("kr");
    var hostile = new HostileCertificates(kr, Clock.systemUTC());
    var refused =
        List.of(
            hostile.expiredSigner("ops"),
            hostile.futureSigner("ops"),
            hostile.selfSignedSigner("ops"),
            hostile.signerOfTlsAuthority("ops"));

    for (var signer : refused) {
      assertThrows(CertPathValidatorException.class, () -> validate(signer, kr.signingAnchor()));
    }
    assertEquals(50, hostile.signerWithChain("ops", 50).credential().chain().size());
    assertTrue(hostile.authorityAsSigner("ops").credential().leaf().getBasicConstraints() >= 0);
    validate(hostile.rsaSigner("ops"), kr.signingAnchor());
    validate(hostile.p384Signer("ops"), kr.signingAnchor());
  }

  private static void validate(CredentialFiles files, Path anchor) throws Exception {
    var anchors = Set.of(new TrustAnchor(certificates(anchor).getFirst(), null));
    var parameters = new PKIXParameters(anchors);
    parameters.setRevocationEnabled(false);
    var path =
        CertificateFactory.getInstance("X.509")
            .generateCertPath(
                certificates(files.certificate()).stream()
                    .filter(c -> !c.getSubjectX500Principal().getName().contains(" CA"))
                    .toList());
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }

  private static List<X509Certificate> certificates(Path pem) throws Exception {
    try (var in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }

  private static String uri(CredentialFiles files) throws Exception {
    return files.credential().leaf().getSubjectAlternativeNames().stream()
        .filter(name -> name.get(0).equals(URI))
        .map(name -> (String) name.get(1))
        .findFirst()
        .orElseThrow();
  }
}
