package org.entente.gateway.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.entente.gateway.record.Attempt;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.ConnectionEnds;
import org.entente.gateway.refusal.ErrorBody;
import org.entente.gateway.refusal.Refused;
import org.entente.gateway.watch.Traces;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer from inside becomes the answer outside: successes byte for byte, refusals (which were
 * recorded by whoever decided them) in the form the path asks for.
 */
final class Relayed {

  private static final Logger LOG = Logger.getLogger(Relayed.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNAVAILABLE = 503;
  private static final int FIRST_ERROR = 400;
  private static final String RECEIPT = "Audit-Receipt";
  private static final List<String> PASSED_ON =
      List.of(
          RECEIPT,
          "Idempotent-Replayed",
          "X-TAXII-Date-Added-First",
          "X-TAXII-Date-Added-Last",
          "Retry-After");

  static Response of(RestResponse<byte[]> inside, Attempt attempt, String mediaType) {
    if (inside.getStatus() >= FIRST_ERROR) {
      return refusal(inside, attempt);
    }
    var answer =
        Response.status(inside.getStatus())
            .entity(inside.getEntity())
            .header("Content-Type", mediaType)
            .header("Cache-Control", "no-store");
    passOn(inside, answer);
    trace(inside.getHeaderString(RECEIPT));
    return answer.build();
  }

  /** {@code <index>;<leaf hash>}, as its service says. */
  private static void trace(@Nullable String receipt) {
    int end = receipt == null ? -1 : receipt.indexOf(';');
    if (receipt != null && end > 0) {
      Traces.recorded(Long.parseLong(receipt.substring(0, end)), receipt.substring(end + 1));
    }
  }

  private static Response refusal(RestResponse<byte[]> inside, Attempt attempt) {
    JsonNode problem = problem(inside);
    requireKnown(problem, inside);
    Traces.refused(problem.path("code").asText());
    var error =
        new ErrorBody(
            inside.getStatus(),
            problem.path("code").asText(),
            problem.path("title").asText(),
            problem.path("detail").asText(),
            attempt.request().toString());
    String path = attempt.http().path();
    var answer =
        Response.status(inside.getStatus())
            .entity(error.at(path))
            .header("Content-Type", ErrorBody.mediaType(path))
            .header("Cache-Control", "no-store");
    passOn(inside, answer);
    if (inside.getStatus() == UNAVAILABLE) {
      answer.header(ConnectionEnds.HEADER, ConnectionEnds.CLOSE);
    }
    return answer.build();
  }

  /** A service of ours that fails without a problem document has not recorded anything either. */
  private static JsonNode problem(RestResponse<byte[]> inside) {
    try {
      JsonNode problem = JSON.readTree(body(inside));
      if (problem.path("code").isTextual()) {
        return problem;
      }
    } catch (IOException e) {
      throw unexplained(inside);
    }
    throw unexplained(inside);
  }

  /** That the gateway may not call a service is nothing its client could have done otherwise. */
  private static void requireKnown(JsonNode problem, RestResponse<byte[]> inside) {
    if (problem.path("code").asText().equals("CALLER_UNKNOWN")) {
      LOG.errorf(
          "a service inside does not know this gateway: %s", problem.path("detail").asText());
      throw unexplained(inside);
    }
  }

  /** The client leaves the body of an error unread, whatever type was asked for. */
  private static byte[] body(RestResponse<?> inside) throws IOException {
    Object entity = inside.getEntity();
    if (entity instanceof InputStream unread) {
      return unread.readAllBytes();
    }
    return entity instanceof byte[] read ? read : new byte[0];
  }

  private static Refused unexplained(RestResponse<byte[]> inside) {
    return new Refused(
        Code.DEP_UNAVAILABLE,
        "A service behind the gateway failed with status " + inside.getStatus() + ".");
  }

  private static void passOn(RestResponse<byte[]> inside, Response.ResponseBuilder answer) {
    for (String name : PASSED_ON) {
      String value = inside.getHeaderString(name);
      if (value != null) {
        answer.header(name, value);
      }
    }
  }

  private Relayed() {}
}
