package org.entente.kit.manifest;

import static org.entente.kit.manifest.Parties.HOSTILE;
import static org.entente.kit.manifest.Parties.SIGNER;
import static org.entente.kit.manifest.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.entente.pki.CredentialFiles;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 15 and 16 of the abuse table: whose certificate counts. */
class SignerTrustTest {

  static Stream<Named<Supplier<CredentialFiles>>> untrusted() {
    return Stream.of(
        Named.of("self-signed", () -> HOSTILE.selfSignedSigner("ops")),
        Named.of("unregistered", HOSTILE::unregisteredSigner),
        Named.of("another party's name", () -> HOSTILE.signerNaming("eu", "ops")),
        Named.of("the TLS authority's", () -> HOSTILE.signerOfTlsAuthority("ops")),
        Named.of("also a TLS client", () -> HOSTILE.signerThatIsClient("ops")),
        Named.of("not for documents", () -> HOSTILE.signerWithoutUsage("ops")),
        Named.of("an authority", () -> HOSTILE.authorityAsSigner("ops")),
        Named.of("the signing authority itself", HOSTILE::signingAuthorityAsSigner),
        Named.of("expired", () -> HOSTILE.expiredSigner("ops")),
        Named.of("not yet valid", () -> HOSTILE.futureSigner("ops")));
  }

  @ParameterizedTest
  @MethodSource("untrusted")
  void a_signer_that_is_not_registered_and_valid_is_refused(Supplier<CredentialFiles> files) {
    byte[] manifest = Forge.by(files.get().credential()).compact();

    assertEquals(403, refused(Code.SIG_TRUST, manifest).status());
  }

  @Test
  void a_tls_certificate_is_no_signer() {
    refused(Code.SIG_TRUST, Forge.by(Parties.TLS_CLIENT).compact());
  }

  @Test
  void keys_of_other_kinds_are_refused_by_algorithm() {
    var weak = HOSTILE.weakSigner("ops").credential();
    var ed25519 = HOSTILE.ed25519Signer("ops").credential();

    refused(Code.SIG_ALG, Forge.by(weak).header("alg", "PS256").compact());
    refused(Code.SIG_ALG, Forge.by(ed25519).header("alg", "Ed25519").compact());
    refused(Code.SIG_ALG, Forge.by(ed25519).header("alg", "ES256").compact());
  }

  @Test
  void rsa_and_p384_keys_sign_with_their_own_algorithm() {
    for (CredentialFiles files : List.of(HOSTILE.rsaSigner("ops"), HOSTILE.p384Signer("ops"))) {
      byte[] manifest = Parties.signed(Parties.key(files.credential()));

      Parties.verifier().verify(manifest, Body.of(Parties.BODY), Parties.atTheDoor());
    }
  }

  @Test
  void four_certificates_are_read_and_fifty_are_not() {
    byte[] four = Parties.signed(Parties.key(HOSTILE.signerWithChain("ops", 4).credential()));
    List<String> bomb = new ArrayList<>(SIGNER.x5c());
    bomb.addAll(Collections.nCopies(48, SIGNER.x5c().getLast()));

    Parties.verifier().verify(four, Body.of(Parties.BODY), Parties.atTheDoor());
    ManifestRejected rejected =
        refused(Code.SIG_TRUST, Forge.by(SIGNER).header("x5c", bomb).compact());
    assertEquals(400, rejected.status());
  }

  @Test
  void a_chain_of_more_than_sixteen_kilobytes_is_not_read() {
    List<String> large = List.of(SIGNER.x5c().getFirst(), "A".repeat(22_000));

    assertEquals(
        400, refused(Code.SIG_TRUST, Forge.by(SIGNER).header("x5c", large).compact()).status());
  }

  @Test
  void a_leaf_alone_is_enough_when_its_issuer_is_the_anchor() {
    byte[] manifest = Forge.by(SIGNER).header("x5c", SIGNER.x5c().subList(0, 1)).compact();

    Parties.verifier().verify(manifest, Body.of(Parties.BODY), Parties.atTheDoor());
  }

  @Test
  void a_certificate_of_the_right_name_but_another_key_is_refused_each_time() {
    byte[] manifest = Forge.by(HOSTILE.selfSignedSigner("ops").credential()).compact();

    refused(Code.SIG_TRUST, manifest);
    refused(Code.SIG_TRUST, manifest);
  }
}
