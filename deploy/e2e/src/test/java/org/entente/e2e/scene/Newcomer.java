package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.identity.TestIssuer;
import org.entente.kit.client.ExchangeClient;
import org.entente.kit.client.ExchangeClient.Selection;
import org.entente.kit.client.Session;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.ManifestSigner;
import org.entente.kit.manifest.SubmissionDraft;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.stix.StixInput;
import org.entente.local.exchange.Exchange;
import org.entente.local.exchange.Member;
import org.entente.pki.Pki;

/**
 * A third party that nobody has heard of yet: it has authorities and an identity provider of its
 * own, whose certificate an authority of its own issued, too.
 */
public final class Newcomer implements AutoCloseable {

  public static final Member JAPAN =
      new Member("jp", "Japan", "identity--3b2a1908-f7e6-4d5c-8b3a-29180f7e6d5c", "Asia/Tokyo");

  /** What it produces; Korea may read. */
  public static final String TO_KOREA = "5e0f3a2b-7c41-4d96-a8b3-1f2e4d6c8a70";

  /** What Korea produces for it. */
  public static final String FROM_KOREA = "6f1a4b3c-8d52-4ea7-b9c4-203f5e7d9b81";

  private final Exchange exchange;
  private final Path folder;
  private final Pki pki;
  private final TestIssuer issuer;

  /** Keeps its files in this folder. */
  public Newcomer(Exchange exchange, Path folder) {
    this.exchange = exchange;
    this.folder = folder;
    this.pki = Pki.create(folder, Clock.systemUTC(), JAPAN.id());
    this.issuer = TestIssuer.start(pki, Clock.systemUTC());
  }

  /** What the parties agreed on, and Japan. */
  public String joining(String agreement) {
    return agreement.replace("collections:\n", party() + "collections:\n" + collections());
  }

  private String party() {
    var party = pki.party(JAPAN.id());
    return """
      jp:
        name: Japan
        identities: [%s]
        tls: { anchors: [%s] }
        signing: { anchors: [%s], signers: ["%s"] }
        identity-provider: { issuer: "%s", anchors: [%s] }
        clients:
          jp-feed: { purpose: Early warning of cryptocurrency theft }
    """
        .formatted(
            JAPAN.identity(),
            party.tlsAnchor(),
            party.signingAnchor(),
            party.signerUrn(Member.SIGNER),
            issuer.realm(JAPAN.id()).issuer(),
            pki.exchangeAnchor());
  }

  private static String collections() {
    return """
      jp-to-kr: { id: %s, title: Japan to Korea, producer: jp, audience: [kr] }
      kr-to-jp: { id: %s, title: Korea to Japan, producer: kr, audience: [jp] }
    """
        .formatted(TO_KOREA, FROM_KOREA);
  }

  /** Its feed, on connections of its own. */
  public ExchangeClient feed() {
    return new ExchangeClient(Session.of(profile()));
  }

  /** Signs and submits as it. */
  public void submit(ExchangeClient feed, String body) {
    var key = pki.party(JAPAN.id()).signer(Member.SIGNER).credential();
    var bytes = body.getBytes(UTF_8);
    var signer =
        new ManifestSigner(
            new JcaSigningKey(key.key(), key.chain()), Clock.systemUTC(), UUID::randomUUID);
    var draft = new SubmissionDraft(profile().apiRoot(), TO_KOREA, Body.of(bytes));
    feed.submit(TO_KOREA, signer.sign(draft), bytes);
  }

  /** Ids of the objects that this client is given of a collection. */
  public static List<String> received(ExchangeClient client, String collection) {
    var ids = new ArrayList<String>();
    client.pull(
        collection,
        new Selection(null, null),
        page -> StixInput.of(page.bytes()).objects().forEach(object -> ids.add(object.id())));
    return ids;
  }

  private PartnerProfile profile() {
    var tls = pki.party(JAPAN.id()).client(JAPAN.feed());
    var token = issuer.realm(JAPAN.id()).issuer() + "/protocol/openid-connect/token";
    try {
      var trust = folder.resolve("trust.pem");
      Files.writeString(
          trust,
          Files.readString(exchange.pki().exchangeAnchor())
              + Files.readString(pki.exchangeAnchor()));
      var file = folder.resolve("jp-feed.properties");
      Files.write(
          file,
          List.of(
              "gateway.url=" + exchange.gateway().url(),
              "audit.url=" + exchange.auditService().url(),
              "token.url=" + token,
              "client.id=" + JAPAN.feed(),
              "tls.certificate=" + tls.certificate(),
              "tls.key=" + tls.key(),
              "tls.trust=" + trust,
              "trust.folder=" + exchange.folder().resolve("trust")));
      return PartnerProfile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    issuer.close();
  }
}
