package org.entente.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.LookupClient;
import org.entente.kit.client.Session;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.profile.PartnerProfile;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;

/**
 * One party's feed client, with its own certificate, token and signing key: it adds to one
 * collection and reads the other. Thread-safe.
 */
final class Feed {

  private final Member member;
  private final Direction out;
  private final PartnerProfile profile;
  private final ManifestSigner signer;
  private final ExchangeClient client;
  private final LookupClient lookups;

  private Feed(Member member, Direction out, PartnerProfile profile) {
    this.member = member;
    this.out = out;
    this.profile = profile;
    var key = profile.signing();
    this.signer =
        new ManifestSigner(
            new JcaSigningKey(key.key(), key.chain()), Clock.systemUTC(), UUID::randomUUID);
    Session session = Session.of(profile);
    this.client = new ExchangeClient(session);
    this.lookups = new LookupClient(session);
  }

  /**
   * A client that does not number its requests: whoever does waits for its own disk before each is
   * sent, and would be measured instead of the exchange.
   */
  static Feed of(Exchange exchange, Member member, Direction out) {
    var counting = exchange.profile(member.feed());
    var plain = counting.resolveSibling(member.feed() + "-uncounted.properties");
    try (var lines = Files.lines(counting)) {
      Files.write(plain, lines.filter(line -> !line.startsWith("journal.")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Feed(member, out, PartnerProfile.read(plain));
  }

  /** The client as the kit sets it up, which numbers its requests in a journal. */
  static Feed counting(Exchange exchange, Member member, Direction out) {
    return new Feed(member, out, PartnerProfile.read(exchange.profile(member.feed())));
  }

  /** An envelope and the manifest over it; nobody changes the arrays. */
  @SuppressWarnings("ArrayRecordComponent") // Prepared once, sent once, never compared.
  record Signed(byte[] manifest, byte[] envelope) {
    int size() {
      return manifest.length + envelope.length;
    }
  }

  /** New objects, signed now. */
  Signed sign(int objects) {
    byte[] envelope = Warnings.envelope(member, objects);
    var draft = new SubmissionDraft(profile.apiRoot(), out.id(), Body.of(envelope));
    return new Signed(signer.sign(draft), envelope);
  }

  /** As many submissions, signed on all cores. */
  List<Signed> signAll(int submissions, int objects) {
    return IntStream.range(0, submissions).parallel().mapToObj(i -> sign(objects)).toList();
  }

  void send(Signed signed) {
    client.submit(out.id(), signed.manifest(), signed.envelope());
  }

  /** What is known to this party about values. */
  void lookUp(List<String> values) {
    lookups.lookUp(values, new LookupClient.When(Optional.empty(), List.of()));
  }

  /** The first objects of a collection that were added after this time. */
  void page(Direction in, String addedAfter, int limit) {
    client.page(in.id(), new ExchangeClient.Selection(addedAfter, limit));
  }
}
