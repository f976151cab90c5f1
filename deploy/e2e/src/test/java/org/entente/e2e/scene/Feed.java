package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Selection;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.client.ExchangeRefused;
import org.entente.kit.client.Session;
import org.entente.kit.client.Unreachable;
import org.entente.kit.evidence.SignedOrigin;
import org.entente.kit.evidence.TrustFolder;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.stix.StixInput;
import org.entente.kit.stix.StixSlice;
import org.entente.local.exchange.Direction;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;
import org.entente.pki.Credential;
import org.entente.stix.marking.Recipient;

/** A partner's feed with the partner kit: it signs, submits and pulls. Thread-safe. */
public final class Feed {

  private static final Selection EVERYTHING = new Selection(null, null);

  private final Member member;
  private final PartnerProfile profile;
  private final ExchangeClient client;
  private final Door door;

  Feed(Exchange exchange, Member member) {
    this(exchange, member, exchange.profile(member.feed()), exchange.gateway().url());
  }

  /** One that knows the gateways behind this balancer. */
  public static Feed through(Relay door, Scene scene, Member member) {
    var balanced = scene.profile(member.feed(), scene.gateway(), door);
    return new Feed(scene.exchange(), member, balanced, door.url());
  }

  /** One that knows another gateway than the exchange's own. */
  private Feed(Exchange exchange, Member member, Path profile, String gateway) {
    this.member = member;
    this.profile = PartnerProfile.read(profile);
    client = new ExchangeClient(Session.of(this.profile));
    var bare = Door.with(exchange.pki().party(member.id()).client(member.feed()), exchange);
    door = bare.at(gateway).bearing(bare.token(member.id(), member.feed()));
  }

  /** The same client past the kit, for what the kit would not do. */
  public Door door() {
    return door;
  }

  /** A submission of this body to the collection this member produces. */
  public Signed sign(String body) {
    return sign(UUID.randomUUID(), body, List.of());
  }

  /** The same with a chosen id and, when there are any, the only recipients. */
  public Signed sign(UUID jti, String body, List<Recipient> recipients) {
    var key = profile.signing();
    return sign(new Credential(key.key(), key.chain()), jti, body, recipients);
  }

  /** A submission signed by whatever key, for this member's collection. */
  public Signed sign(Credential key, UUID jti, String body, List<Recipient> recipients) {
    var signer =
        new ManifestSigner(new JcaSigningKey(key.key(), key.chain()), Clock.systemUTC(), () -> jti);
    var whole = new SubmissionDraft(profile.apiRoot(), own().id(), Body.of(body.getBytes(UTF_8)));
    var draft = whole.to(recipients);
    return new Signed(jti, own().id(), new String(signer.sign(draft), US_ASCII), body);
  }

  /** Signs and submits. */
  public Submitted submit(String body) {
    return submit(sign(body));
  }

  public Submitted submit(Signed submission) {
    return client.submit(
        submission.collection(), submission.manifestBytes(), submission.bodyBytes());
  }

  /** Sends it in the background, once; empty when the exchange gave no answer that counts. */
  public CompletableFuture<Optional<Submitted>> begin(Signed submission) {
    return inBackground(() -> attempt(submission));
  }

  /** Begins to submit one warning after the other, on several lanes at once. */
  public Load load(int lanes) {
    return load(lanes, _ -> {});
  }

  /**
   * Likewise.
   *
   * @param failed is told of each attempt that failed, and is asked for more
   */
  public Load load(int lanes, Consumer<RuntimeException> failed) {
    return Load.begin(this, () -> sign(Stix.warning(member, 1)), lanes, failed);
  }

  static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  /** Sends it again and again, as a partner does, until there is an answer that counts. */
  public Submitted submitUntilAnswered(Signed submission) {
    return submitUntilAnswered(submission, _ -> {});
  }

  /** Likewise; each failure that is no answer is told. */
  Submitted submitUntilAnswered(Signed submission, Consumer<RuntimeException> failed) {
    return Eventually.get("an answer to " + submission.jti(), () -> attempt(submission, failed));
  }

  private Optional<Submitted> attempt(Signed submission) {
    return attempt(submission, _ -> {});
  }

  private Optional<Submitted> attempt(Signed submission, Consumer<RuntimeException> failed) {
    try {
      return Optional.of(submit(submission));
    } catch (Unreachable e) {
      failed.accept(e);
      return Optional.empty();
    } catch (ExchangeRefused e) {
      failed.accept(e);
      if (e.temporary()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Every object this member is given by the other one. */
  public List<StixSlice> received() {
    List<StixSlice> received = new ArrayList<>();
    client.pull(
        foreign().id(), EVERYTHING, page -> received.addAll(StixInput.of(page.bytes()).objects()));
    return received;
  }

  /** How often, and as what bytes, this member is given an object. */
  public List<String> received(String id) {
    return received().stream()
        .filter(object -> object.id().equals(id))
        .map(object -> new String(object.bytes(), UTF_8))
        .toList();
  }

  /** What the other one signed, verified. */
  public SignedOrigin origin(String object) {
    var answer = client.evidence(foreign().id(), object).document().members();
    return SignedOrigin.of(answer, new TrustFolder(profile.trustFolder()).manifestVerifier());
  }

  /** The receipt with this leaf hash. */
  public byte[] receipt(String leaf) {
    return client.receipt(leaf);
  }

  /** The collection this member produces. */
  public Direction own() {
    return member.equals(Member.KOREA) ? Direction.KOREA_TO_EU : Direction.EU_TO_KOREA;
  }

  /** The collection this member reads. */
  public Direction foreign() {
    return member.equals(Member.KOREA) ? Direction.EU_TO_KOREA : Direction.KOREA_TO_EU;
  }
}
