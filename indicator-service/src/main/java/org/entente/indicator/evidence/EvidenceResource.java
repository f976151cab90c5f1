package org.entente.indicator.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Calls;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.evidence.EvidenceStore.Version;
import org.entente.indicator.refusal.Refusal.ObjectUnknown;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.indicator.taxii.Queries;
import org.jboss.resteasy.reactive.RestResponse;

/// The signed submission behind an object, so that a reader can check the signature itself.
@Path("/v1/evidence")
@RunOnVirtualThread
public class EvidenceResource {
  private final Calls calls;
  private final Collections collections;
  private final EvidenceStore store;

  EvidenceResource(Calls calls, Collections collections, EvidenceStore store) {
    this.calls = calls;
    this.collections = collections;
    this.store = store;
  }

  /// Manifest and body, byte for byte.
  @GET
  public RestResponse<byte[]> evidence() {
    return calls.answer(Operation.GET_EVIDENCE, this::evidence);
  }

  private Answer evidence(Call call) {
    Queries.check(call.query());
    Collection collection = collections.visible(required(call, "collection"), call.partner());
    call.note(Fact.COLLECTION, collection.id().toString());
    Optional<Version> version = Queries.single(call.query(), "version").map(Version::of);
    Exhibit exhibit =
        store
            .find(collection, call.partner(), required(call, "object"), version)
            .orElseThrow(() -> new ObjectUnknown("no evidence of such an object"));
    call.note(Fact.SUBMISSION, exhibit.source().submission().toString());
    Payload payload = new Payload(200, "application/json", EvidenceBody.of(exhibit), Map.of());
    return new Answer.Disclosure(payload, List.of(exhibit.asked()));
  }

  private static String required(Call call, String name) {
    return Queries.single(call.query(), name)
        .filter(value -> value.indexOf('\0') < 0)
        .orElseThrow(() -> new QueryInvalid(name + " is required"));
  }
}
