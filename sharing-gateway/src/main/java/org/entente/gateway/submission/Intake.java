package org.entente.gateway.submission;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.entente.gateway.door.Caller;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.record.Particulars;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.gateway.relay.Errand;
import org.entente.gateway.relay.Inside;
import org.entente.gateway.relay.Verified;
import org.entente.gateway.watch.Step;
import org.entente.gateway.watch.Steps;
import org.entente.kit.manifest.Body;
import org.entente.kit.manifest.Expectation;
import org.entente.kit.manifest.ManifestRejected;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.manifest.VerifiedManifest;

/**
 * Judges a submission that has been read: manifest, signature, claims, partner, body, in this
 * order; then passes it on byte for byte. Every step only says no or lets the next one look.
 */
@ApplicationScoped
class Intake {

  private final CurrentPartners partners;
  private final ExchangeConfig config;
  private final Inside inside;
  private final Clock clock;
  private final Steps steps;

  Intake(CurrentPartners partners, ExchangeConfig config, Inside inside, Clock clock, Steps steps) {
    this.steps = steps;
    this.partners = partners;
    this.config = config;
    this.inside = inside;
    this.clock = clock;
  }

  /** Takes an envelope: objects are added. */
  Response take(RoutingContext context, Errand errand, String collection, Incoming incoming) {
    Signed signed = judge(context, errand, collection, incoming);
    return inside.submit(signed.errand, collection, signed.verified, incoming.body());
  }

  /** Takes later acts. */
  Response act(RoutingContext context, Errand errand, String collection, Incoming incoming) {
    Signed signed = judge(context, errand, collection, incoming);
    return inside.act(signed.errand, collection, signed.verified, incoming.body());
  }

  /** What may be passed on once everything held. */
  record Signed(Errand errand, Verified verified) {}

  Signed judge(RoutingContext context, Errand errand, String collection, Incoming incoming) {
    Body body = Body.of(incoming.body());
    learn(context, body);
    VerifiedManifest verified = verify(context, errand.caller(), collection, incoming, body);
    Errand signed = signedBy(context, errand, verified);
    ContentDigest.requireMatch(context.request().headers().getAll("Content-Digest"), body);
    var tlsLists = errand.attempt().particulars().revocationLists();
    return new Signed(signed, Forwarding.of(incoming, verified, tlsLists));
  }

  private VerifiedManifest verify(
      RoutingContext context, Caller caller, String collection, Incoming incoming, Body body) {
    var expected =
        Expectation.atTheDoor(
                new PartnerId(caller.partner()), config.apiRoot(), collection, clock.instant())
            .about(incoming.content());
    try {
      var verifier = partners.of(context).manifests();
      return steps.take(Step.MANIFEST, () -> verifier.verify(incoming.manifest(), body, expected));
    } catch (ManifestRejected e) {
      // Who verifies hashes; only of a manifest that was rejected is no digest known.
      learn(context, Sha256.of(incoming.manifest()));
      e.list().ifPresent(list -> Attempts.learnRevoked(context, list.toString()));
      throw new Refused(Code.valueOf(e.code().name()), e.status(), e.detail());
    }
  }

  private static void learn(RoutingContext context, Body body) {
    var digests =
        new Particulars.SignedBytes(body.sha256().base64Url(), body.size(), Optional.empty());
    Attempts.learn(context, known -> known.with(known.particulars().withBody(digests)));
  }

  private static void learn(RoutingContext context, Sha256 manifest) {
    Attempts.learn(
        context, known -> known.with(known.particulars().withManifest(manifest.base64Url())));
  }

  private static Errand signedBy(RoutingContext context, Errand errand, VerifiedManifest verified) {
    var claims = verified.claims().body();
    var signed =
        new Particulars.SignedBytes(
            claims.sha256().base64Url(),
            claims.size(),
            Optional.of(verified.signer().urn().toString()));
    learn(context, verified.sha256());
    var attempt =
        Attempts.learn(context, known -> known.with(known.particulars().withBody(signed)));
    return new Errand(errand.caller(), attempt, errand.purpose());
  }
}
