package org.entente.gateway.taxii;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.gateway.door.Caller;
import org.entente.gateway.record.Attempts;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.entente.gateway.relay.Errand;
import org.entente.gateway.sequence.ClientNumbers;

/** What every resource asks first: may this client do that, in which form, and why does it ask? */
@ApplicationScoped
public class Reception {

  /** Name of the header in which a request states its purpose. */
  public static final String PURPOSE = "Access-Purpose";

  private static final Pattern PURPOSE_FORM = Pattern.compile("[!-~][ -~]{0,119}");

  private final ClientNumbers numbers;

  Reception(ClientNumbers numbers) {
    this.numbers = numbers;
  }

  /** Notes which collection a request is about, for the record of a refusal. */
  public static void learnCollection(RoutingContext context, String collection) {
    Attempts.learn(context, known -> known.with(known.particulars().withCollection(collection)));
  }

  /** Receives a request on a TAXII path. */
  public Errand taxii(RoutingContext context, Scope scope) {
    Caller caller = counted(context);
    requireAcceptable(Negotiation.acceptsTaxii(accept(context), scope != Scope.WRITE));
    return errand(context, caller, scope);
  }

  /** Receives a request for a manifest. */
  Errand manifest(RoutingContext context) {
    Caller caller = counted(context);
    requireAcceptable(Negotiation.acceptsManifest(accept(context)));
    return errand(context, caller, Scope.READ);
  }

  private static List<String> accept(RoutingContext context) {
    return context.request().headers().getAll("Accept");
  }

  private static void requireAcceptable(boolean acceptable) {
    if (!acceptable) {
      throw new Refused(
          Code.HTTP_NOT_ACCEPTABLE, "Send Accept: application/taxii+json;version=2.1.");
    }
  }

  /** Receives a request on another path. */
  public Errand any(RoutingContext context, Scope scope) {
    return errand(context, counted(context), scope);
  }

  /** First of all, so that what is refused later is recorded under its number. */
  private Caller counted(RoutingContext context) {
    Caller caller = Caller.of(context);
    numbers.learn(context, caller);
    return caller;
  }

  private static Errand errand(RoutingContext context, Caller caller, Scope scope) {
    if (!scope.allowedBy(caller.scopes())) {
      throw new Refused(Code.AUTHZ_SCOPE, "The access token lacks the scope " + scope + ".");
    }
    String purpose = purpose(context.request(), caller);
    var attempt =
        Attempts.learn(context, known -> known.with(known.particulars().withPurpose(purpose)));
    return new Errand(caller, attempt, purpose);
  }

  private static String purpose(HttpServerRequest request, Caller caller) {
    List<String> stated = request.headers().getAll(PURPOSE);
    if (stated.size() > 1
        || stated.stream().anyMatch(text -> !PURPOSE_FORM.matcher(text).matches())) {
      throw new Refused(Code.PURPOSE_INVALID, "State one purpose of 1 to 120 ASCII characters.");
    }
    return stated.stream()
        .findFirst()
        .or(caller::purpose)
        .orElseThrow(() ->
            new Refused(
                Code.PURPOSE_INVALID,
                "State why you ask, in the header " + PURPOSE + ": none is registered."));
  }
}
