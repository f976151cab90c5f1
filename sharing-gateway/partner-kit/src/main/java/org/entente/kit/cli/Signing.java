package org.entente.kit.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.profile.KeyFile;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.profile.ProfileInvalid;
import org.entente.kit.submit.PartSigner;
import org.entente.kit.submit.Plan.Destination;
import org.entente.stix.marking.Recipient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes into a manifest besides the body. */
final class Signing {

  @Option(
      names = {"-c", "--collection"},
      required = true,
      paramLabel = "ID",
      description = "The collection the submission is for.")
  @SuppressWarnings("NullAway.Init") // Picocli sets it.
  private String collection;

  @Option(
      names = "--recipient",
      paramLabel = "PLACE",
      description =
          "Tell only this partner (eu), agency (eu/cert-eu) or role (eu/cert-eu/liaison);"
              + " repeatable. Default: the collection's.")
  private List<String> recipients = List.of();

  @Option(
      names = "--jti",
      paramLabel = "UUID",
      description = "The submission's id. Default: a new one.")
  private @Nullable UUID jti;

  String collection() {
    return collection;
  }

  /** The id the command line names for the submission. */
  Optional<UUID> jti() {
    return Optional.ofNullable(jti);
  }

  /** The only places that may be told; empty when not limited. */
  List<String> recipients() {
    return recipients;
  }

  /** The manifest over this envelope, signed now, with the id of the command line or a new one. */
  byte[] manifest(PartnerProfile profile, byte[] envelope) {
    Destination destination = new Destination(profile.apiRoot(), collection, recipients);
    PartSigner signer = signer(profile, Clock.systemUTC(), destination);
    return signer.sign(envelope, jti().orElseGet(UUID::randomUUID));
  }

  /** Signs with the profile's key; the certificate and the key are read once. */
  static PartSigner signer(PartnerProfile profile, Clock clock, Destination to) {
    KeyFile file = profile.signing();
    try {
      JcaSigningKey key = new JcaSigningKey(file.key(), file.chain());
      new ManifestSigner(key, clock, UUID::randomUUID); // Refuses a certificate that names nobody.
      List<Recipient> recipients = to.recipients().stream().map(Signing::recipient).toList();
      return (envelope, id) ->
          new ManifestSigner(key, clock, () -> id)
              .sign(
                  new SubmissionDraft(to.apiRoot(), to.collection(), Body.of(envelope))
                      .about(to.content())
                      .to(recipients));
    } catch (IllegalArgumentException e) {
      throw new ProfileInvalid(String.valueOf(e.getMessage()), e);
    }
  }

  /** The place of this name. {@link IllegalArgumentException} for any other text. */
  static Recipient recipient(String name) {
    return Recipient.ofName(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                name + " is no recipient; write eu, eu/cert-eu or eu/cert-eu/liaison"));
  }
}
