package org.entente.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.JsonRejected;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;

/// A line of a journal: a JSON object whose first member tells its kind and whose last, but in the
/// first line, is the digest of the line before, line end included.
///
/// @param members in order
public record Line(Map<String, Object> members) {

  static final long VERSION = 1;

  static Line parse(byte[] line) {
    return new Line(StrictJson.object(line));
  }

  /// The first line of a file.
  ///
  /// @param from what was counted before it
  static Line first(String client, Counter from) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("journal", VERSION);
    members.put("client_id", client);
    members.put("after", from.number());
    from.statement().ifPresent(digest -> members.put("prev", digest.base64Url()));
    return new Line(members);
  }

  static Line asked(Numbered request, Instant at) {
    Asked asked = request.asked();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("asked", request.number());
    members.put("at", at.toString());
    members.put("method", asked.method());
    members.put("url", asked.url());
    asked.query().ifPresent(query -> members.put("query", query));
    asked.body().ifPresent(digest -> members.put("body_sha256", digest.base64Url()));
    members.put("statement", request.statement());
    return new Line(members);
  }

  static Line came(Numbered request, Reply reply, Instant at) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(reply instanceof Reply.None ? "unanswered" : "answered", request.number());
    members.put("at", at.toString());
    members.put("statement_sha256", request.digest().base64Url());
    switch (reply) {
      case Reply.Given(int status, Optional<String> receipt, Sha256 body) -> {
        members.put("status", (long) status);
        receipt.ifPresent(handle -> members.put("receipt", handle));
        members.put("body_sha256", body.base64Url());
      }
      case Reply.Refused(int status, String code, Optional<String> error) -> {
        members.put("status", (long) status);
        members.put("code", code);
        error.ifPresent(id -> members.put("error_id", id));
      }
      case Reply.None(String why) -> members.put("why", why);
    }
    return new Line(members);
  }

  /// The bytes of this line behind another.
  byte[] bytesBehind(Optional<Sha256> before) {
    Map<String, Object> chained = new LinkedHashMap<>(members);
    before.ifPresent(digest -> chained.put("line_before", digest.base64Url()));
    return (JsonText.of(chained) + "\n").getBytes(UTF_8);
  }

  /// The attempt an `asked` line is about, without what came of it.
  Attempt attempt() {
    Asked asked = new Asked(text("method"), text("url"), optional("query"), digest("body_sha256"));
    Sha256 statement = Sha256.of(text("statement").getBytes(UTF_8));
    return new Attempt(number("asked"), time(), asked, statement, Optional.empty());
  }

  private Instant time() {
    try {
      return Instant.parse(text("at"));
    } catch (DateTimeException e) {
      throw lacks("at");
    }
  }

  /// What an `answered` or `unanswered` line says.
  Reply reply() {
    if (kind().equals("unanswered")) {
      return new Reply.None(text("why"));
    }
    int status = (int) Math.min(number("status"), 999);
    return members.containsKey("code")
        ? new Reply.Refused(status, text("code"), optional("error_id"))
        : new Reply.Given(
            status, optional("receipt"), digest("body_sha256").orElseThrow(() -> lacks("body")));
  }

  /// The member that tells what the line is about.
  String kind() {
    return members.isEmpty() ? "" : members.keySet().iterator().next();
  }

  long number(String name) {
    if (members.get(name) instanceof Long number && number >= 0) {
      return number;
    }
    throw lacks(name);
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> lacks(name));
  }

  Optional<String> optional(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  Optional<Sha256> digest(String name) {
    return optional(name).map(text -> Sha256.ofBase64Url(text).orElseThrow(() -> lacks(name)));
  }

  private static JsonRejected lacks(String name) {
    return new JsonRejected("A line of the journal lacks " + name + ".");
  }
}
