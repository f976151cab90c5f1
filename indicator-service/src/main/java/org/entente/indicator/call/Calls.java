package org.entente.indicator.call;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.AuditUnavailable;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.audit.RecordRefused;
import org.entente.indicator.audit.Recorder;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.audit.StrictestMarking;
import org.entente.indicator.audit.Trait;
import org.entente.indicator.batch.Overloaded;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.refusal.Refusal;
import org.entente.indicator.refusal.Refusal.CallerUnknown;
import org.entente.indicator.store.StoreUnavailable;
import org.entente.indicator.watch.Step;
import org.entente.indicator.watch.Steps;
import org.entente.indicator.watch.Traces;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/// Every request passes here, and every answer leaves from here: the caller is established, the
/// work done, the access recorded, and only then are the bytes let go. Thread-safe; blocks.
@Singleton
public final class Calls {
  private static final Logger LOG = Logger.getLogger(Calls.class);
  private static final String RECEIPT = "Audit-Receipt";

  private final Arrivals arrivals;
  private final Recorder recorder;
  private final Clock clock;
  private final Ends ends;
  private final Steps steps;

  Calls(Arrivals arrivals, Recorder recorder, Clock clock, Ends ends, Steps steps) {
    this.arrivals = arrivals;
    this.recorder = recorder;
    this.clock = clock;
    this.ends = ends;
    this.steps = steps;
  }

  /// Answers one request.
  ///
  /// @param work decides and builds the answer, or throws a [Refusal]
  public RestResponse<byte[]> answer(Operation operation, Function<Call, Answer> work) {
    Connection connection = arrivals.now();
    return ends.follow(
        operation, arrivals.parent(connection), () -> recorded(operation, connection, work));
  }

  private RestResponse<byte[]> recorded(
      Operation operation, Connection connection, Function<Call, Answer> work) {
    try {
      return arrivals.throughout(() -> carryOut(operation, connection, work));
    } catch (AuditUnavailable e) {
      LOG.warnf("nothing released: %s", e.getMessage());
      return unrecorded();
    } catch (RecordRefused e) {
      // A defect of ours, and no record can be made of it either: the operator must see it.
      LOG.errorf("nothing released, the log refuses our records: %s", e.getMessage());
      return unrecorded();
    }
  }

  private RestResponse<byte[]> unrecorded() {
    ends.refused(Problems.AUDIT_UNAVAILABLE);
    return response(Problems.auditUnavailable(), Map.of());
  }

  private RestResponse<byte[]> carryOut(
      Operation operation, Connection connection, Function<Call, Answer> work) {
    Call call;
    try {
      call = arrivals.open(connection);
    } catch (CallerUnknown e) {
      return refuse(operation, arrivals.stranger(connection), e);
    }
    if (!connection.rawQuery().isEmpty()) {
      call.note(Fact.QUERY, connection.rawQuery());
    }
    return carryOut(operation, call, work);
  }

  /// The process edge: what nobody foresaw is recorded as a failure and tells nothing of itself.
  private RestResponse<byte[]> carryOut(
      Operation operation, Call call, Function<Call, Answer> work) {
    try {
      Traces.of(call.partner());
      arrivals.seat(call);
      return release(operation, call, built(operation, call, work));
    } catch (Refusal e) {
      return refuse(operation, call, e);
    } catch (AuditUnavailable | RecordRefused e) {
      throw e;
    } catch (Overloaded | StoreUnavailable e) {
      LOG.warnf("the store is not available: %s, %s", e.getMessage(), e.getCause());
      return fail(operation, call, Problems.storeUnavailable(), Problems.STORE_UNAVAILABLE);
    } catch (RuntimeException e) {
      String id = call.actor().request().toString();
      LOG.errorf(e, "request %s failed", id);
      return fail(operation, call, Problems.internalError(id), Problems.INTERNAL_ERROR);
    }
  }

  /// What adds or changes has steps of its own.
  private Answer built(Operation operation, Call call, Function<Call, Answer> work) {
    return operation.isRead() ? steps.take(Step.SELECT, () -> work.apply(call)) : work.apply(call);
  }

  private RestResponse<byte[]> release(Operation operation, Call call, Answer answer) {
    return switch (answer) {
      case Answer.Recorded(Payload payload, Receipt receipt) -> response(payload, receipt);
      case Answer.Own(Payload payload) -> {
        Outcome outcome = noteRelease(call, payload);
        yield response(payload, record(operation, call, outcome, AccessEntry.UNTOLD, List.of()));
      }
      case Answer.Disclosure(Payload payload, List<Resource> resources) -> {
        int length = payload.body().length;
        call.note(Fact.BODY_SIZE, length);
        StrictestMarking.in(payload.body()).ifPresent(tlp -> call.note(Fact.TLP, tlp));
        Outcome outcome = noteRelease(call, payload);
        yield response(payload, record(operation, call, outcome, length, resources));
      }
    };
  }

  private static Outcome noteRelease(Call call, Payload payload) {
    call.note(Fact.BODY_SHA256, Sha256.of(payload.body()).base64url());
    call.note(Fact.RECIPIENT_PARTY, call.partner());
    return new Outcome.Allowed(payload.status());
  }

  private RestResponse<byte[]> refuse(Operation operation, Call call, Refusal refusal) {
    Payload payload = Problems.refused(refusal);
    Outcome outcome = new Outcome.Refused(refusal.status(), refusal.code());
    record(operation, call, outcome, payload.body().length, List.of());
    ends.refused(refusal.code());
    return response(payload, Map.of());
  }

  private RestResponse<byte[]> fail(Operation operation, Call call, Payload payload, String code) {
    Outcome outcome = new Outcome.Failed(payload.status(), code);
    record(operation, call, outcome, payload.body().length, List.of());
    ends.refused(code);
    return response(payload, Map.of());
  }

  private Receipt record(
      Operation operation, Call call, Outcome outcome, long length, List<Resource> resources) {
    return recorder.record(
        new AccessEntry(
            call.actor().request(),
            clock.instant(),
            operation,
            recorded(operation, call.actor()),
            outcome,
            length,
            call.facts(),
            resources));
  }

  /// The path of a deletion, also of a refused one, names an object that not everybody who reads
  /// the log may hear of.
  private static Actor recorded(Operation operation, Actor actor) {
    return operation == Operation.DELETE_OBJECT ? actor.without(Trait.PATH) : actor;
  }

  private static RestResponse<byte[]> response(Payload payload, Receipt receipt) {
    Traces.recorded(receipt.index(), receipt.leaf());
    return response(payload, Map.of(RECEIPT, receipt.header()));
  }

  private static RestResponse<byte[]> response(Payload payload, Map<String, String> more) {
    RestResponse.ResponseBuilder<byte[]> builder =
        RestResponse.ResponseBuilder.<byte[]>create(payload.status()).entity(payload.body());
    builder.header("Content-Type", payload.type());
    payload.headers().forEach(builder::header);
    more.forEach(builder::header);
    return builder.build();
  }
}
