package org.entente.kit.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.pki.CredentialFiles;
import org.entente.pki.Pki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerProfileTest {

  @TempDir private Path folder;

  private PartnerProfile profile(String... lines) throws IOException {
    return PartnerProfile.read(Files.write(folder.resolve("kr.properties"), List.of(lines)));
  }

  @Test
  void the_api_root_follows_from_the_gateway_unless_it_is_stated() throws IOException {
    String stated = "https://public.example/taxii2/exchange/";

    assertEquals(
        "https://gw.example:8443/taxii2/exchange/",
        profile("gateway.url = https://gw.example:8443/").apiRoot());
    assertEquals(
        stated, profile("gateway.url=https://gw.example", "gateway.api-root=" + stated).apiRoot());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://gw.example", "gw.example", "https://gw example", "https://", " "})
  void an_address_that_is_not_https_is_refused_by_name(String address) throws IOException {
    PartnerProfile profile = profile("gateway.url=" + address);

    ProfileInvalid refused = assertThrows(ProfileInvalid.class, profile::gateway);

    assertTrue(String.valueOf(refused.getMessage()).contains("gateway.url"), refused.toString());
  }

  @Test
  void paths_are_relative_to_the_profile() throws IOException {
    assertEquals(folder.resolve("trust"), profile("trust.folder=trust").trustFolder());
  }

  @Test
  void keys_come_from_pem_or_pkcs12() throws IOException {
    CredentialFiles signer =
        Pki.create(folder.resolve("pki"), Clock.systemUTC(), "kr").party("kr").signer("ops");
    Files.writeString(folder.resolve("password"), CredentialFiles.PASSWORD + "\n");

    KeyFile pem =
        profile("signing.certificate-chain=" + signer.certificate(), "signing.key=" + signer.key())
            .signing();
    KeyFile pkcs12 =
        profile("signing.keystore=" + signer.pkcs12(), "signing.keystore-password-file=password")
            .signing();

    assertEquals(signer.credential().chain(), pem.chain());
    assertEquals(pem, pkcs12);
  }

  @Test
  void what_is_missing_or_no_key_is_said_by_name() throws IOException {
    Files.writeString(folder.resolve("not.pem"), "not a key");

    assertNames("client.id", PartnerProfile::clientId);
    assertNames("not.pem", p -> p.signing().key());
    assertNames("nowhere.p12", PartnerProfile::tls);
    assertEquals(Optional.empty(), profile("purpose= ").purpose());
  }

  private void assertNames(String name, Function<PartnerProfile, Object> use) throws IOException {
    PartnerProfile profile =
        profile(
            "signing.certificate-chain=not.pem",
            "signing.key=not.pem",
            "tls.keystore=nowhere.p12",
            "tls.keystore-password-file=not.pem");
    ProfileInvalid refused = assertThrows(ProfileInvalid.class, () -> use.apply(profile));
    assertTrue(String.valueOf(refused.getMessage()).contains(name), refused.toString());
  }
}
