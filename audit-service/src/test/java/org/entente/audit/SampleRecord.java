package org.entente.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.audit.disclosure.Disclosure;

/** Access records as services send them: personal fields beside the leaf. */
public record SampleRecord(
    UUID uid,
    String product,
    String party,
    String actor,
    String operation,
    String object,
    Map<String, String> exchange) {

  private static final String NUMBER = "client_seq";

  private static final String IP = "127.0.0.1";

  public SampleRecord {
    exchange = Map.copyOf(exchange);
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
    return new SampleRecord(uid, otherProduct, party, actor, operation, object, exchange);
  }

  public SampleRecord of(String otherParty, String otherActor) {
    return new SampleRecord(uid, product, otherParty, otherActor, operation, object, exchange);
  }

  public SampleRecord about(String otherObject) {
    return new SampleRecord(uid, product, party, actor, operation, otherObject, exchange);
  }

  public SampleRecord doing(String otherOperation) {
    return new SampleRecord(uid, product, party, actor, otherOperation, object, exchange);
  }

  public SampleRecord within(String collection) {
    return with("collection", collection);
  }

  public SampleRecord forPurpose(String purpose) {
    return with("purpose", purpose);
  }

  public SampleRecord marked(String tlp) {
    return with("tlp", tlp);
  }

  public SampleRecord givenTo(String recipient) {
    return with("recipient_party", recipient);
  }

  /** Of a client that numbers its requests. */
  public SampleRecord numbered(long number) {
    return with(NUMBER, Long.toString(number));
  }

  private SampleRecord with(String name, String value) {
    var more = new HashMap<>(exchange);
    more.put(name, value);
    return new SampleRecord(uid, product, party, actor, operation, object, more);
  }

  private String tail() {
    return exchange.isEmpty()
        ? ""
        : exchange.entrySet().stream()
            .map(fact ->
                fact.getKey().equals(NUMBER)
                    ? concealed(NUMBER, fact.getValue())
                    : "\"%s\":\"%s\"".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining(",", ",\"exchange\":{", "}"));
  }

  /** The leaf: what the log hashes. */
  public String leaf() {
    return """
    {"metadata":{"version":"1.8.0","uid":"%s","product":{"name":"%s","vendor_name":"Entente"},\
    "profiles":["security_control"],"correlation_uid":"%s"},"category_uid":6,"class_uid":6003,\
    "activity_id":2,"type_uid":600302,"severity_id":1,"time":1795360201123,"status_id":1,\
    "status_code":"200","action_id":1,"disposition_id":1,"actor":{"user":{%s,\
    "org":{"uid":"%s"}}},"src_endpoint":{%s},"api":{"operation":"%s"},\
    "resources":[{"uid":"%s","type":"indicator"}]%s}\
    """
        .formatted(
            uid,
            product,
            uid,
            concealed("uid", actor),
            party,
            concealed("ip", IP),
            operation,
            object,
            tail());
  }

  private String concealed(String name, String value) {
    return value.equals("-")
        ? "\"%s\":\"-\"".formatted(name)
        : "\"_sd\":[\"%s\"]".formatted(disclosure(name, value).digest());
  }

  /** The same salt each time, so that a retry sends the same bytes. */
  private Disclosure disclosure(String name, String value) {
    var json = "[\"%s\",\"%s\",\"%s\"]".formatted(uid, name, value);
    var text =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return Disclosure.parse(text);
  }

  /** Of the client, unless it is unknown, of its address, and of its number, if it has one. */
  public List<Disclosure> disclosures() {
    var disclosures = new ArrayList<Disclosure>();
    if (!actor.equals("-")) {
      disclosures.add(disclosure("uid", actor));
    }
    disclosures.add(disclosure("ip", IP));
    if (exchange.containsKey(NUMBER)) {
      disclosures.add(disclosure(NUMBER, exchange.get(NUMBER)));
    }
    return disclosures;
  }

  /** The record and after it its disclosures, as it is sent. */
  public String json() {
    return leaf()
        + "~"
        + disclosures().stream().map(d -> d.text() + "~").collect(Collectors.joining());
  }

  public byte[] bytes() {
    return json().getBytes(StandardCharsets.UTF_8);
  }
}
