package org.entente.gateway.relay;

import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.entente.gateway.limit.Limits;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.ErrorBody;
import org.entente.gateway.refusal.Refused;
import org.entente.gateway.turn.NoTurn;
import org.entente.gateway.turn.Turns;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks the services behind the door on behalf of an established caller. Blocks; thread-safe. */
@ApplicationScoped
public class Inside {

  private static final String LINES = "application/x-ndjson";

  private final IndicatorRestClient indicators;
  private final AuditReceiptsRestClient receipts;
  private final Turns atTheIndicatorService;
  private final Turns atTheAuditService;
  private final Limits limits;

  Inside(
      @RestClient IndicatorRestClient indicators,
      @RestClient AuditReceiptsRestClient receipts,
      @Named(Turns.INDICATORS) Turns atTheIndicatorService,
      @Named(Turns.AUDIT) Turns atTheAuditService,
      Limits limits) {
    this.indicators = indicators;
    this.receipts = receipts;
    this.atTheIndicatorService = atTheIndicatorService;
    this.atTheAuditService = atTheAuditService;
    this.limits = limits;
  }

  /** The collections the caller knows of. */
  public Response collections(Errand errand) {
    return taxii(errand, () -> indicators.collections(errand.header()));
  }

  /** One of them. */
  public Response collection(Errand errand, String id) {
    return taxii(errand, () -> indicators.collection(errand.header(), id));
  }

  /** A page of what was released to the caller. */
  public Response objects(Errand errand, String id, MultivaluedMap<String, String> query) {
    return taxii(errand, () -> indicators.objects(errand.header(), id, query));
  }

  /** One object's released versions. */
  public Response object(
      Errand errand, String id, String object, MultivaluedMap<String, String> query) {
    return taxii(errand, () -> indicators.object(errand.header(), id, object, query));
  }

  /** Which versions {@link #objects} would hand over. */
  public Response manifest(Errand errand, String id, MultivaluedMap<String, String> query) {
    return taxii(errand, () -> indicators.manifest(errand.header(), id, query));
  }

  /** Which versions of one object were released to the caller. */
  public Response versions(
      Errand errand, String id, String object, MultivaluedMap<String, String> query) {
    return taxii(errand, () -> indicators.versions(errand.header(), id, object, query));
  }

  /** Asks for an object to be taken back, without a signature. */
  public Response delete(
      Errand errand, String id, String object, MultivaluedMap<String, String> query) {
    return taxii(errand, () -> indicators.delete(errand.header(), id, object, query));
  }

  /** Takes an object back: the signed URL travels as a header, for DELETE has no body. */
  public Response delete(Errand errand, Deletion deletion, MultivaluedMap<String, String> query) {
    var signature = new Signature(errand.header(), deletion.verified(), deletion.url());
    return taxii(
        errand,
        () -> indicators.delete(signature, deletion.collection(), deletion.object(), query));
  }

  /** A deletion whose signature held. */
  public record Deletion(String collection, String object, String url, Verified verified) {}

  /** What the caller may do. */
  public Response rights(Errand errand) {
    return indicators(errand, () -> indicators.rights(errand.header()), "application/json");
  }

  /** What the caller may know about one value. */
  public Response lookUp(Errand errand, MultivaluedMap<String, String> query) {
    return indicators(errand, () -> indicators.lookUp(errand.header(), query), LINES);
  }

  /** What the caller may know about many values, in the form they came in. */
  public Response lookUp(
      Errand errand, MultivaluedMap<String, String> query, String type, byte[] values) {
    return indicators(errand, () -> indicators.lookUp(errand.header(), type, query, values), LINES);
  }

  /** The status of one of the caller's own submissions. */
  public Response status(Errand errand, String id) {
    return taxii(errand, () -> indicators.status(errand.header(), id));
  }

  /** Passes a verified submission on, byte for byte. */
  public Response submit(Errand errand, String id, Verified verified, byte[] body) {
    return taxii(
        errand,
        () ->
            indicators.submit(
                errand.header(), verified.manifest(), verified.established(), id, body));
  }

  /** Passes verified later acts on, byte for byte. */
  public Response act(Errand errand, String id, Verified verified, byte[] body) {
    return taxii(
        errand,
        () ->
            indicators.act(errand.header(), verified.manifest(), verified.established(), id, body));
  }

  /** What was withdrawn from the caller. */
  public Response withdrawals(Errand errand, String id, MultivaluedMap<String, String> query) {
    return taxii(errand, () -> indicators.withdrawals(errand.header(), id, query));
  }

  /** Who would see what of an envelope. */
  public Response dryRun(
      Errand errand, String id, MultivaluedMap<String, String> query, byte[] body) {
    return indicators(
        errand, () -> indicators.dryRun(errand.header(), id, query, body), "application/x-ndjson");
  }

  /** The evidence behind a released object. */
  public Response evidence(Errand errand, MultivaluedMap<String, String> query) {
    return indicators(
        errand, () -> indicators.evidence(errand.header(), query), "application/json");
  }

  /** The receipt with this leaf hash, if its record is the caller's party's. */
  public Response receipt(Errand errand, String leaf, @Nullable List<String> stage) {
    String party = errand.caller().partner();
    return reached(
        errand,
        () ->
            inTurn(
                atTheAuditService,
                Turns.AUDIT,
                party,
                () -> receipts.receipt(errand.header(), leaf, party, stage)),
        "text/plain; charset=utf-8");
  }

  private Response taxii(Errand errand, Supplier<RestResponse<byte[]>> call) {
    return indicators(errand, call, ErrorBody.TAXII);
  }

  private Response indicators(
      Errand errand, Supplier<RestResponse<byte[]>> call, String mediaType) {
    String party = errand.caller().partner();
    return reached(
        errand, () -> inTurn(atTheIndicatorService, Turns.INDICATORS, party, call), mediaType);
  }

  private RestResponse<byte[]> inTurn(
      Turns turns, String name, String party, Supplier<RestResponse<byte[]>> call) {
    try {
      return turns.of(party, call);
    } catch (NoTurn _) {
      throw limits.noTurn(party, name);
    }
  }

  private static Response reached(
      Errand errand, Supplier<RestResponse<byte[]>> call, String mediaType) {
    try {
      return Relayed.of(call.get(), errand.attempt(), mediaType);
    } catch (ProcessingException | VertxException e) { // the latter: it broke off in the middle
      throw new Refused(
          Code.DEP_UNAVAILABLE, "A service behind the gateway cannot be reached; try again later.");
    }
  }
}
