package org.entente.indicator.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.refusal.Refusal.ObjectUnknown;
import org.entente.indicator.refusal.Refusal.QueryInvalid;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.rule.StixId;

/// Hands out manifest and body behind an object, so that its receiver can check the producer's
/// signature. A body that holds anything the caller was not given does not exist for it.
@Singleton
final class GetEvidence {
  private static final int OK = 200;
  private static final JsonFactory JSON = new JsonFactory();

  private final Collections collections;
  private final PostgresEvidence store;

  GetEvidence(Collections collections, PostgresEvidence store) {
    this.collections = collections;
    this.store = store;
  }

  Answer answer(Call call) {
    String collectionId = required(call, "collection");
    String objectId = required(call, "object");
    Optional<String> version = single(call, "version");
    Collection collection = collections.visible(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    if (StixId.parse(objectId).isEmpty()) {
      throw unknown();
    }
    boolean own = collection.writableBy(call.reader());
    if (own) {
      // It may be after an object nobody else may hear of; joint auditors of every party read this.
      call.conceal(Fact.QUERY);
    }
    List<Trace> traces =
        own
            ? store.ownTraces(call.partner(), objectId)
            : store.releasedTraces(collection, objectId, call.reader().name());
    Trace trace = Trace.pick(traces, version).orElseThrow(GetEvidence::unknown);
    Optional<Evidence> evidence =
        own
            ? store.own(trace.submission())
            : store.released(
                trace.submission(), call.reader().name(), collections.readableBy(call.reader()));
    Payload payload = payload(call, evidence.orElseThrow(GetEvidence::unknown));
    return own ? new Answer.Own(payload) : new Answer.Disclosure(payload, List.of(trace.object()));
  }

  private static Payload payload(Call call, Evidence evidence) {
    call.note(Fact.SUBMISSION, evidence.submission().toString());
    call.note(Fact.MANIFEST_SHA256, evidence.manifest().sha256().base64url());
    return new Payload(OK, "application/json", write(evidence), Map.of());
  }

  private static byte[] write(Evidence evidence) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("submission", evidence.submission().toString());
      json.writeStringField("partner", evidence.partner());
      json.writeFieldName("manifest");
      json.writeBinary(evidence.manifest().toBytes());
      json.writeFieldName("body");
      json.writeBinary(evidence.body().toBytes());
      json.writeStringField("received_at", TaxiiTime.format(evidence.receivedAt()));
      json.writeNumberField("index", evidence.receipt().index());
      json.writeStringField("leaf", evidence.receipt().leaf());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return out.toByteArray();
  }

  private static String required(Call call, String name) {
    return single(call, name).orElseThrow(() -> new QueryInvalid(name + " is missing"));
  }

  private static Optional<String> single(Call call, String name) {
    List<String> values = call.query().getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new QueryInvalid(name + " is given more than once");
    }
    return values.stream().findFirst();
  }

  private static ObjectUnknown unknown() {
    return new ObjectUnknown("no such evidence");
  }
}
