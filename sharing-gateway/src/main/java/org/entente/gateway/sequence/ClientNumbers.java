package org.entente.gateway.sequence;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.entente.gateway.door.Caller;
import org.entente.gateway.partner.CurrentPartners;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.record.Particulars;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.kit.manifest.PartnerId;
import org.entente.kit.sequence.SequenceRejected;
import org.entente.kit.sequence.SequenceStatement;
import org.entente.kit.sequence.SequenceVerifier;
import org.entente.kit.sequence.VerifiedSequence;

/**
 * Reads the number a client gives its request. Whether a number was there before, or one is left
 * out, no replica can know; the log shows it. Thread-safe.
 */
@ApplicationScoped
public class ClientNumbers {

  private final CurrentPartners partners;
  private final Clock clock;
  private final String origin;

  ClientNumbers(CurrentPartners partners, Clock clock, ExchangeConfig config) {
    this.partners = partners;
    this.clock = clock;
    this.origin = origin(config.apiRoot());
  }

  /** The exchange's public name, whatever name this replica was reached under. */
  private static String origin(String apiRoot) {
    return apiRoot.substring(0, apiRoot.indexOf('/', "https://".length()));
  }

  /** Notes the number for the records, or refuses: of a wrong statement nothing is recorded. */
  public void learn(RoutingContext context, Caller caller) {
    List<String> stated = context.request().headers().getAll(SequenceStatement.HEADER);
    if (stated.isEmpty()) {
      if (caller.counts()) {
        throw new Refused(
            Code.SEQ_MISSING,
            "Number your requests: send " + SequenceStatement.HEADER + "; see the partner kit.");
      }
      return;
    }
    if (stated.size() > 1) {
      throw new Refused(Code.SEQ_MALFORMED, "Send one " + SequenceStatement.HEADER + " header.");
    }
    var verified = verify(context, stated.getFirst(), caller);
    var number =
        new Particulars.Counted(verified.statement().number(), verified.sha256().base64Url());
    Attempts.learn(context, known -> known.with(known.particulars().withNumber(number)));
  }

  private VerifiedSequence verify(RoutingContext context, String statement, Caller caller) {
    Attempt attempt = Attempts.of(context);
    var request =
        new SequenceVerifier.Request(
            new PartnerId(caller.partner()),
            caller.client(),
            attempt.http().method(),
            origin + attempt.http().path(),
            clock.instant());
    try {
      return partners.of(context).numbers().verify(statement, request);
    } catch (SequenceRejected e) {
      e.list().ifPresent(list -> Attempts.learnRevoked(context, list.toString()));
      throw new Refused(Code.valueOf(e.code().name()), e.detail());
    }
  }
}
