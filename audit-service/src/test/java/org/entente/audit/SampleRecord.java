package org.entente.audit;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Access records as services write them. */
public record SampleRecord(
    UUID uid,
    String product,
    String party,
    String actor,
    String operation,
    String object,
    Map<String, String> unmapped) {

  public SampleRecord {
    unmapped = Map.copyOf(unmapped);
  }

  /** A fresh record of Korea's feed reading one indicator. */
  public static SampleRecord fresh() {
    return new SampleRecord(
        UUID.randomUUID(),
        "indicator-service",
        "kr",
        "kr-feed",
        "taxii.getObjects",
        "indicator--" + UUID.randomUUID(),
        Map.of());
  }

  public SampleRecord by(String otherProduct) {
    return new SampleRecord(uid, otherProduct, party, actor, operation, object, unmapped);
  }

  public SampleRecord of(String otherParty, String otherActor) {
    return new SampleRecord(uid, product, otherParty, otherActor, operation, object, unmapped);
  }

  public SampleRecord about(String otherObject) {
    return new SampleRecord(uid, product, party, actor, operation, otherObject, unmapped);
  }

  public SampleRecord doing(String otherOperation) {
    return new SampleRecord(uid, product, party, actor, otherOperation, object, unmapped);
  }

  public SampleRecord within(String collection) {
    return with("collection", collection);
  }

  public SampleRecord givenTo(String recipient) {
    return with("recipient_party", recipient);
  }

  private SampleRecord with(String name, String value) {
    var more = new HashMap<>(unmapped);
    more.put(name, value);
    return new SampleRecord(uid, product, party, actor, operation, object, more);
  }

  private String tail() {
    return unmapped.isEmpty()
        ? ""
        : unmapped.entrySet().stream()
            .map(fact -> "\"%s\":\"%s\"".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining(",", ",\"unmapped\":{", "}"));
  }

  /** The record's text. */
  public String json() {
    return """
    {"metadata":{"version":"1.8.0","uid":"%s","product":{"name":"%s","vendor_name":"Entente"},\
    "profiles":["security_control"],"correlation_uid":"%s"},"category_uid":6,"class_uid":6003,\
    "activity_id":2,"type_uid":600302,"severity_id":1,"time":1795360201123,"status_id":1,\
    "status_code":"200","action_id":1,"disposition_id":1,"actor":{"user":{"uid":"%s",\
    "org":{"uid":"%s"}}},"src_endpoint":{"ip":"127.0.0.1"},"api":{"operation":"%s"},\
    "resources":[{"uid":"%s","type":"indicator"}]%s}\
    """
        .formatted(uid, product, uid, actor, party, operation, object, tail());
  }

  public byte[] bytes() {
    return json().getBytes(StandardCharsets.UTF_8);
  }
}
