package org.entente.kit.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.profile.KeyFile;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.profile.ProfileInvalid;
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
      paramLabel = "PARTNER",
      description = "Tell only this partner, such as eu (repeatable). Default: the collection's.")
  private List<String> recipients = List.of();

  @Option(
      names = "--jti",
      paramLabel = "UUID",
      description = "The submission's id. Default: a new one.")
  private @Nullable UUID jti;

  String collection() {
    return collection;
  }

  byte[] manifest(PartnerProfile profile, byte[] envelope) {
    KeyFile key = profile.signing();
    Supplier<UUID> ids = () -> Optional.ofNullable(jti).orElseGet(UUID::randomUUID);
    try {
      ManifestSigner signer =
          new ManifestSigner(new JcaSigningKey(key.key(), key.chain()), Clock.systemUTC(), ids);
      return signer.sign(draft(profile, envelope));
    } catch (IllegalArgumentException e) {
      throw new ProfileInvalid(String.valueOf(e.getMessage()), e);
    }
  }

  private SubmissionDraft draft(PartnerProfile profile, byte[] envelope) {
    SubmissionDraft whole = new SubmissionDraft(profile.apiRoot(), collection, Body.of(envelope));
    return new SubmissionDraft(
        whole.audience(),
        collection,
        whole.body(),
        recipients.stream().map(PartnerId::new).toList(),
        whole.lifetime());
  }
}
