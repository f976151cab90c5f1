package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorsTest {

  @TempDir Path folder;

  private Agreement agreement;
  private Set<X509Certificate> others;

  @BeforeEach
  void parties_and_an_authority_of_the_house() {
    var example = new Example(folder);
    agreement = example.file().read();
    others = Set.of(example.pki().party("jp").signingAuthority().certificate());
  }

  @Test
  void authorities_of_all_parties_and_of_the_house_are_let_in_and_no_others() {
    // Given
    var expected = new LinkedHashSet<>(others);
    for (var party : agreement.parties().values()) {
      expected.addAll(party.tls().certificates());
    }

    // When
    var anchors = agreement.tls(others);

    // Then
    assertEquals(expected, anchors.certificates());
    assertEquals(agreement.parties().size() + 1, anchors.certificates().size());
  }

  @Test
  void each_of_several_is_in_the_key_store() throws Exception {
    // Given
    var anchors = agreement.tls(others);

    // When
    var store = anchors.keyStore();

    // Then
    var held = new ArrayList<X509Certificate>();
    for (String alias : Collections.list(store.aliases())) {
      assertTrue(store.isCertificateEntry(alias));
      held.add((X509Certificate) store.getCertificate(alias));
    }
    assertEquals(anchors, new Anchors(new LinkedHashSet<>(held)));
  }

  @Test
  void each_of_several_is_in_the_pem() throws Exception {
    // Given
    var anchors = agreement.tls(others);

    // When
    var pem = anchors.pem();

    // Then
    var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    var read = CertificateFactory.getInstance("X.509").generateCertificates(in);
    assertEquals(List.copyOf(anchors.certificates()), List.copyOf(read));
    assertTrue(pem.lines().allMatch(line -> line.length() <= 64), pem);
  }
}
