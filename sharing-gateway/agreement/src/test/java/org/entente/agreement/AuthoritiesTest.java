package org.entente.agreement;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.pki.Authority;
import org.entente.pki.CertificateTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificates count, and whose lists are asked for. */
class AuthoritiesTest {

  private static final String SIGNING_LIST = "        - { authority: kr/signing-ca.crt";

  @TempDir Path folder;
  Example example;

  @BeforeEach
  void an_example() {
    example = new Example(folder);
  }

  @Test
  void a_certificate_that_moves_from_one_set_to_the_next_makes_another_agreement()
      throws Exception {
    // Given
    var text = Example.text();
    example.write(text.replaceAll("(?m)^    revocation:\n(?:      .*\n)+", ""));
    var jp = example.pki().party("jp").tlsAuthority();
    var three =
        Stream.of("one", "two", "three")
            .map(name -> jp.subordinate(CertificateTemplate.authority("JP", name)).certificate())
            .sorted(Comparator.comparing(each -> new Anchors(Set.of(each)).digests().getFirst()))
            .toList();

    // When
    var digests = new HashSet<String>();
    for (var first = 1; first <= 2; first++) {
      write("kr/tls-ca.crt", three.subList(0, first));
      write("kr/identity-provider-ca.crt", three.subList(first, 3));
      digests.add(example.file().read().digest());
    }

    // Then
    assertEquals(2, digests.size());
  }

  @Test
  void an_authority_below_an_anchor_has_a_list_of_its_own() throws Exception {
    // Given
    var source =
        SIGNING_LIST.replace("signing", "issuing") + ", url: \"http://crl.example.org/\" }\n";
    example.write(Example.text().replace(SIGNING_LIST, source + SIGNING_LIST));

    // When
    writeSubordinate(example.pki().party("kr").tlsAuthority());
    var below = requireNonNull(example.file().read().parties().get("kr"));
    writeSubordinate(example.pki().party("eu").tlsAuthority());
    var rejected = assertThrows(AgreementRejected.class, () -> example.file().read());

    // Then
    assertEquals(3, below.revocation().orElseThrow().sources().size());
    assertTrue(String.valueOf(rejected.getMessage()).contains("below none"), rejected::toString);
  }

  private void writeSubordinate(Authority above) throws Exception {
    var below = above.subordinate(CertificateTemplate.authority("KR", "issuing"));
    write("kr/issuing-ca.crt", List.of(below.certificate()));
  }

  private void write(String name, List<X509Certificate> certificates) throws Exception {
    var pem = new StringBuilder();
    for (var each : certificates) {
      var lines = Base64.getMimeEncoder().encodeToString(each.getEncoded());
      pem.append("-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(lines));
    }
    Files.writeString(folder.resolve(name), pem, StandardCharsets.US_ASCII);
  }
}
