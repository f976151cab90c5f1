package org.entente.kit.submit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.stix.EnvelopeCutter.Limits;
import org.entente.kit.submit.Plan.Destination;

/// The lines of a journal. Each is a JSON object; the member named first tells its kind.
///
/// @param members in order
record JournalLine(Map<String, Object> members) {

  private static final long VERSION = 1;

  static JournalLine parse(byte[] line) {
    return new JournalLine(StrictJson.object(line));
  }

  static JournalLine of(Plan plan) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("journal", VERSION);
    members.put("api_root", plan.destination().apiRoot());
    members.put("collection", plan.destination().collection());
    members.put("recipients", plan.destination().recipients());
    members.put("seed", plan.seed().toString());
    members.put("part_bytes", (long) plan.limits().bytes());
    members.put("part_objects", (long) plan.limits().objects());
    return new JournalLine(members);
  }

  static JournalLine of(SignedPart part) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("signed", (long) part.number());
    members.put("attempt", (long) part.attempt());
    members.put("objects", (long) part.objects());
    members.put("body_sha256", part.body().base64Url());
    members.put("manifest", part.manifest());
    return new JournalLine(members);
  }

  /// The status is kept as a text, so that it stays as it was served.
  static JournalLine of(int part, Submitted submitted) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("answered", (long) part);
    members.put("receipt_index", submitted.status().receipt().index());
    members.put("receipt_leaf", submitted.status().receipt().leaf());
    members.put("replayed", submitted.replayed());
    members.put("status", new String(submitted.status().document().bytes(), UTF_8));
    return new JournalLine(members);
  }

  static JournalLine ofReceipt(int part, byte[] receipt) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("receipt", (long) part);
    members.put("proof", new String(receipt, UTF_8));
    return new JournalLine(members);
  }

  byte[] bytes() {
    return (JsonText.of(members) + "\n").getBytes(UTF_8);
  }

  String kind() {
    return members.isEmpty() ? "" : members.keySet().iterator().next();
  }

  Plan plan() {
    if (number("journal") != VERSION) {
      throw new JsonRejected("The journal is of another version.");
    }
    List<String> recipients =
        members.get("recipients") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    try {
      return new Plan(
          new Destination(text("api_root"), text("collection"), recipients),
          UUID.fromString(text("seed")),
          new Limits(integer("part_bytes"), integer("part_objects")));
    } catch (IllegalArgumentException e) {
      throw new JsonRejected("The journal's first line is damaged.");
    }
  }

  SignedPart signed() {
    return new SignedPart(
        integer("signed"),
        integer("attempt"),
        integer("objects"),
        Sha256.ofBase64Url(text("body_sha256")).orElseThrow(() -> lacks("body_sha256")),
        text("manifest"));
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  int integer(String name) {
    return (int) Math.min(number(name), Integer.MAX_VALUE);
  }

  long number(String name) {
    if (members.get(name) instanceof Long number && number >= 0) {
      return number;
    }
    throw lacks(name);
  }

  String text(String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw lacks(name);
  }

  private static JsonRejected lacks(String name) {
    return new JsonRejected("A line of the journal lacks " + name + ".");
  }
}
