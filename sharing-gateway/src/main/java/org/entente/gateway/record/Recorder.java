package org.entente.gateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
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

  Recorder(
      @RestClient AuditRestClient log,
      Supplier<UUID> uids,
      SecureRandom random,
      ObjectMapper json) {
    this.log = log;
    this.uids = uids;
    this.random = random;
    this.json = json;
  }

  /**
   * Records this attempt and how it is about to be answered. When this returns, the record is
   * durable; when it throws {@link AuditUnavailable}, nothing is known and nothing may be released.
   */
  public AuditReceipt append(Attempt attempt, Outcome outcome) {
    RestResponse<byte[]> answer = send(AccessRecord.of(uids.get(), attempt, outcome, random));
    if (answer.getStatus() != CREATED && answer.getStatus() != REPLAYED) {
      throw new AuditUnavailable("the log answered " + answer.getStatus());
    }
    return receipt(answer.getEntity());
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
      return new AuditReceipt(receipt.path("index").asLong(), receipt.path("leaf").asText());
    } catch (IOException e) {
      throw new AuditUnavailable("the log's answer is not JSON", e);
    }
  }
}
