package org.entente.gateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.ConnectTimeoutException;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.entente.gateway.turn.NoTurn;
import org.entente.gateway.turn.Turns;
import org.entente.gateway.watch.Traces;
import org.jboss.resteasy.reactive.RestResponse;

/** Puts accesses into the log. Blocks; thread-safe. */
@ApplicationScoped
public class Recorder {

  private static final int CREATED = 201;
  private static final int REPLAYED = 200;

  private final AuditRestClient log;
  private final Supplier<UUID> uids;
  private final SecureRandom random;
  private final ObjectMapper json;
  private final Turns turns;

  Recorder(
      @RestClient AuditRestClient log,
      Supplier<UUID> uids,
      SecureRandom random,
      ObjectMapper json,
      @Named(Turns.AUDIT) Turns turns) {
    this.log = log;
    this.turns = turns;
    this.uids = uids;
    this.random = random;
    this.json = json;
  }

  /**
   * Has the client made on the thread that starts the gateway: made during a request, it would end
   * with the server, and what is recorded last of all would not be.
   */
  void start(@Observes StartupEvent starting) {
    ClientProxy.unwrap(log);
  }

  /**
   * Records this attempt and how it is about to be answered. When this returns, the record is
   * durable; when it throws {@link AuditUnavailable}, nothing is known and nothing may be released.
   */
  public AuditReceipt append(Attempt attempt, Outcome outcome) {
    return append(prepare(attempt, outcome));
  }

  /** A record as it will be appended, however often that is tried: the log takes it once. */
  public Prepared prepare(Attempt attempt, Outcome outcome) {
    return new Prepared(
        attempt.actor().partner(), AccessRecord.of(uids.get(), attempt, outcome, random));
  }

  /** A record that is not in the log yet. */
  public static final class Prepared {

    private final String partner;
    private final byte[] bytes;

    private Prepared(String partner, byte[] bytes) {
      this.partner = partner;
      this.bytes = bytes;
    }
  }

  /** Appends it; promises what {@link #append(Attempt, Outcome)} does. */
  public AuditReceipt append(Prepared accessRecord) {
    RestResponse<byte[]> answer = inTurn(accessRecord);
    if (answer.getStatus() != CREATED && answer.getStatus() != REPLAYED) {
      throw new AuditUnavailable("the log answered " + answer.getStatus());
    }
    return receipt(answer.getEntity());
  }

  private RestResponse<byte[]> inTurn(Prepared accessRecord) {
    try {
      return turns.of(accessRecord.partner, () -> send(accessRecord.bytes));
    } catch (NoTurn e) {
      throw new AuditUnavailable("too many records of one party are on their way", e);
    }
  }

  /**
   * A kept connection may break just as it is used again, so a broken one is tried once more. The
   * record's own key makes that safe: the log takes it once. A log that is slow is not asked twice:
   * that would double its load and the time everybody waits.
   */
  private RestResponse<byte[]> send(byte[] accessRecord) {
    try {
      return log.append(accessRecord);
    } catch (ProcessingException first) {
      if (!broken(first)) {
        throw new AuditUnavailable("the log did not answer in time", first);
      }
      return sendAgain(accessRecord);
    } catch (VertxException _) { // its answer broke off in the middle
      return sendAgain(accessRecord);
    }
  }

  private RestResponse<byte[]> sendAgain(byte[] accessRecord) {
    try {
      return log.append(accessRecord);
    } catch (ProcessingException | VertxException second) {
      throw new AuditUnavailable("the log was not reached", second);
    }
  }

  private static boolean broken(ProcessingException failure) {
    Throwable cause = failure.getCause();
    return cause instanceof IOException && !(cause instanceof ConnectTimeoutException);
  }

  private AuditReceipt receipt(byte[] answer) {
    try {
      JsonNode receipt = json.readTree(answer);
      var known = new AuditReceipt(receipt.path("index").asLong(), receipt.path("leaf").asText());
      Traces.recorded(known.index(), known.leaf());
      return known;
    } catch (IOException e) {
      throw new AuditUnavailable("the log's answer is not JSON", e);
    }
  }
}
