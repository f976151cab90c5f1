package org.entente.kit.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.pki.Credential;
import org.entente.pki.CredentialFiles;
import org.entente.pki.HostileCertificates;
import org.entente.pki.Pki;

/** Two partners with throw-away certificates, and a door that expects Korea. */
final class Parties {

  static final String AUDIENCE = "https://gw.example/taxii2/exchange/";
  static final String COLLECTION = "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10";
  static final byte[] BODY = "{\"objects\":[{\"type\":\"indicator\"}]}".getBytes(UTF_8);
  static final PartnerId KR = new PartnerId("kr");
  static final PartnerId EU = new PartnerId("eu");

  static final Instant NOW = Instant.parse("2026-11-22T08:43:21Z");
  static final Clock CLOCK = Clock.fixed(NOW, java.time.ZoneOffset.UTC);

  static final Pki PKI = pki();
  static final CredentialFiles SIGNER_FILES = PKI.party("kr").signer("ops");
  static final Credential SIGNER = SIGNER_FILES.credential();
  static final Credential EU_SIGNER = PKI.party("eu").signer("ops").credential();
  static final Credential TLS_CLIENT = PKI.party("kr").client("kr-feed").credential();
  static final HostileCertificates HOSTILE = new HostileCertificates(PKI.party("kr"), CLOCK);

  private Parties() {}

  private static Pki pki() {
    try {
      // Issued an hour before, so that manifests may be a little older than now.
      Clock earlier = Clock.offset(CLOCK, Duration.ofHours(-1));
      return Pki.create(Files.createTempDirectory(Path.of("target"), "pki"), earlier, "kr", "eu");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path signingAnchor() {
    return PKI.party("kr").signingAnchor();
  }

  static PartnerTrust trust(PartnerId partner, Duration lifetime) {
    var anchor = PKI.party(partner.value()).signer("ops").credential().chain().get(1);
    return new PartnerTrust(
        partner, Set.of(anchor), Set.of(new SignerUrn(partner, "ops")), lifetime);
  }

  static ManifestVerifier verifier() {
    var partners =
        List.of(trust(KR, PartnerTrust.DEFAULT_LIFETIME), trust(EU, PartnerTrust.DEFAULT_LIFETIME));
    return new ManifestVerifier(new SigningTrust(partners, Revocation.none(), CLOCK));
  }

  static Expectation atTheDoor() {
    return Expectation.atTheDoor(KR, AUDIENCE, COLLECTION, NOW);
  }

  static SigningKey key(Credential credential) {
    return new JcaSigningKey(credential.key(), credential.chain());
  }

  static byte[] signed(SigningKey key) {
    return new ManifestSigner(key, CLOCK, UUID::randomUUID)
        .sign(new SubmissionDraft(AUDIENCE, COLLECTION, Body.of(BODY)));
  }
}
