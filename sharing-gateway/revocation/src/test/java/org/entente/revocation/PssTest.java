package org.entente.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.entente.pki.Authority;
import org.entente.pki.CertificateTemplate;
import org.entente.pki.KeyKind;
import org.entente.revocation.ListRejected.Fault;
import org.junit.jupiter.api.Test;

/** RSASSA-PSS hashes with what its parameters say (RFC 4055), and that must be SHA-2. */
class PssTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private final Authority ca =
      Authority.root(
          CertificateTemplate.authority("kr", "TLS CA").withKey(KeyKind.RSA3072),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void a_list_over_sha_256_is_taken() throws Exception {
    var list = list("SHA256withRSAandMGF1");

    assertEquals(NOW, RevocationList.read(list, ca.certificate()).thisUpdate());
  }

  @Test
  void a_list_over_sha_1_is_not() throws Exception {
    var list = list("SHA1withRSAandMGF1");

    var refused =
        assertThrows(ListRejected.class, () -> RevocationList.read(list, ca.certificate()));
    assertEquals(Fault.NOT_SIGNED, refused.fault());
  }

  private byte[] list(String algorithm) throws Exception {
    var name = X500Name.getInstance(ca.certificate().getSubjectX500Principal().getEncoded());
    var next = Date.from(NOW.plus(Duration.ofDays(1)));
    var signer =
        new JcaContentSignerBuilder(algorithm)
            .setProvider(new BouncyCastleProvider())
            .build(ca.asLeaf().key());
    var list = new X509v2CRLBuilder(name, Date.from(NOW)).setNextUpdate(next).build(signer);
    return list.getEncoded();
  }
}
