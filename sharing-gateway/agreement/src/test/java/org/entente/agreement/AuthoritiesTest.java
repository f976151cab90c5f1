package org.entente.agreement;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
  void an_authority_is_one_partys_whatever_it_is_named_for() {
    // Given
    Example.copy(folder.resolve("kr/tls-ca.crt"), folder.resolve("eu/signing-ca.crt"));

    // When
    var rejected = assertThrows(AgreementRejected.class, () -> example.file().read());

    // Then
    assertTrue(
        String.valueOf(rejected.getMessage()).contains("is an authority of kr already"),
        rejected::toString);
  }

  /** As Kubernetes puts a ConfigMap in place: links to a folder that is exchanged as a whole. */
  @Test
  void a_list_beside_the_file_is_found_after_a_swap_that_changes_nothing_else() throws Exception {
    // Given
    var mount = Files.createDirectory(folder.resolve("mount"));
    Files.createSymbolicLink(mount.resolve("..data"), folder);
    for (var name : List.of("exchange.yaml", "tls.crl")) {
      Files.createSymbolicLink(mount.resolve(name), Path.of("..data").resolve(name));
    }
    Files.writeString(folder.resolve("tls.crl"), "first");
    example.write(
        Example.text().replace("url: \"http://crl.kr.example.org/tls.crl\"", "file: tls.crl"));

    // When
    var agreed =
        requireNonNull(
            new AgreementFile(mount.resolve("exchange.yaml")).read().parties().get("kr"));
    var second = Files.createDirectory(folder.resolve("second"));
    Files.writeString(second.resolve("tls.crl"), "second");
    Files.delete(mount.resolve("..data"));
    Files.createSymbolicLink(mount.resolve("..data"), second);

    // Then
    var list =
        assertInstanceOf(
            Party.Revocation.Source.In.class,
            agreed.revocation().orElseThrow().sources().getFirst());
    assertEquals("second", Files.readString(list.file()));
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
