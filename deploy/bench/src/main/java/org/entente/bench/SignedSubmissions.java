package org.entente.bench;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.profile.KeyFile;
import org.entente.kit.profile.PartnerProfile;
import org.entente.local.exchange.Direction;

/** Submissions signed before the clock runs: what is measured is the exchange, not the signer. */
record SignedSubmissions(List<Signed> all) {

  private static final String COLLECTION = Direction.KOREA_TO_EU.id();

  /** One of them; nobody changes the arrays. */
  @SuppressWarnings("ArrayRecordComponent") // Prepared once, sent once, never compared.
  record Signed(byte[] manifest, byte[] envelope) {}

  static SignedSubmissions prepare(PartnerProfile profile, int count, int objects) {
    KeyFile key = profile.signing();
    var signer =
        new ManifestSigner(
            new JcaSigningKey(key.key(), key.chain()), Clock.systemUTC(), UUID::randomUUID);
    return new SignedSubmissions(
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i -> signed(signer, profile, Warnings.envelope(objects)))
            .toList());
  }

  void send(ExchangeClient exchange, int i) {
    Signed signed = all.get(i);
    exchange.submit(COLLECTION, signed.manifest(), signed.envelope());
  }

  private static Signed signed(ManifestSigner signer, PartnerProfile profile, byte[] envelope) {
    var draft = new SubmissionDraft(profile.apiRoot(), COLLECTION, Body.of(envelope));
    return new Signed(signer.sign(draft), envelope);
  }
}
