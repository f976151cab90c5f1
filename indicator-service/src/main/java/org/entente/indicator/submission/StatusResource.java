package org.entente.indicator.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Calls;
import org.entente.indicator.call.Payload;
import org.entente.indicator.refusal.Refusal.StatusUnknown;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// What became of a submission, told to its submitter only.
@Path("/v1/status/{id}")
@RunOnVirtualThread
public class StatusResource {
  private final Calls calls;
  private final SubmissionStore store;

  StatusResource(Calls calls, SubmissionStore store) {
    this.calls = calls;
    this.store = store;
  }

  /// The TAXII status, the same bytes as at first.
  @GET
  public RestResponse<byte[]> status(@PathParam("id") String id) {
    return calls.answer(Operation.GET_STATUS, call -> status(call, id));
  }

  private Answer status(Call call, String id) {
    Optional<UUID> submission = uuid(id);
    submission.ifPresent(known -> call.note(Fact.SUBMISSION, known.toString()));
    Slice status =
        submission
            .flatMap(known -> store.status(known, call.partner()))
            .orElseThrow(() -> new StatusUnknown("no such status"));
    return new Answer.Disclosure(
        new Payload(200, MediaTypes.TAXII, status.toBytes(), Map.of()), List.of());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
