package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.kit.cli.KitRun.OBJECTS;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.cli.TestExchange.Request;
import org.entente.kit.json.JsonText;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.stix.StixInput;
import org.entente.kit.stix.StixSlice;

/**
 * What the exchange does with submissions, as far as a client can tell: one effect and one answer
 * per manifest, nothing after its window, each object once.
 */
final class TestIntake {

  /** What goes wrong with a submission. */
  enum Trouble {
    NONE,
    BUSY,
    LOST,
    ANSWER_LOST
  }

  private final TestLog log;
  private final Map<String, Stored> byId = new LinkedHashMap<>();
  private final Map<String, String> submissionOfObject = new LinkedHashMap<>();
  final List<String> objects = new ArrayList<>();
  final List<String> seen = new ArrayList<>();
  final Deque<Trouble> troubles = new ArrayDeque<>();
  Clock clock = Clock.systemUTC();
  int limit = 10_485_760;

  private record Stored(String manifest, String body, String status, String handle) {}

  TestIntake(KitRun kit) {
    log = kit.log;
    kit.exchange
        .respond(TestExchange.ROOT, r -> ok("{\"max_content_length\":" + limit + "}"))
        .respond(OBJECTS, this::submit)
        .respond("/evidence", this::evidence);
    for (int i = 1; i < 200; i++) {
      String id = "s-" + i;
      kit.exchange.respond(TestExchange.ROOT + "status/" + id + "/", r -> ok(status(id)));
    }
  }

  private Reply ok(String body) {
    return new Reply(200, log.append("{}"), body);
  }

  private synchronized String status(String id) {
    return byId.values().stream()
        .map(Stored::status)
        .filter(status -> status.contains('"' + id + '"'))
        .findFirst()
        .orElseThrow();
  }

  private synchronized Reply submit(Request request) {
    Trouble trouble = troubles.isEmpty() ? Trouble.NONE : troubles.pop();
    return switch (trouble) {
      case NONE -> admit(request);
      case BUSY ->
          new Reply(503, "", "{\"error_code\":\"LIMIT_BUSY\"}", Map.of("Retry-After", "7"));
      case LOST -> new Reply(0, "", "");
      case ANSWER_LOST -> {
        admit(request);
        yield new Reply(0, "", "");
      }
    };
  }

  private Reply admit(Request request) {
    Map<String, Object> claims = claims(request.manifest());
    seen.add(claims.get("jti") + " " + request.manifest().hashCode());
    Instant expires =
        claims.get("exp") instanceof Long seconds ? Instant.ofEpochSecond(seconds) : Instant.MIN;
    if (clock.instant().minusSeconds(60).isAfter(expires)) {
      return refused(400, "CLAIM_TIME");
    }
    if (request.body().getBytes(UTF_8).length > limit) {
      return refused(413, "LIMIT_BODY");
    }
    String digest = Sha256.of(request.body().getBytes(UTF_8)).base64Url();
    if (!(claims.get("body") instanceof Map<?, ?> body) || !digest.equals(body.get("sha-256"))) {
      return refused(400, "BODY_DIGEST");
    }
    String jti = String.valueOf(claims.get("jti"));
    Stored stored = byId.computeIfAbsent(jti, id -> store(request));
    return stored.manifest().equals(request.manifest())
        ? new Reply(202, stored.handle(), stored.status())
        : refused(409, "REPLAY_CONFLICT");
  }

  private static Reply refused(int status, String code) {
    return new Reply(status, "", "{\"error_code\":\"" + code + "\"}");
  }

  private Stored store(Request request) {
    String id = "s-" + (byId.size() + 1);
    List<Map<String, Object>> failures = new ArrayList<>();
    List<StixSlice> offered = StixInput.of(request.body().getBytes(UTF_8)).objects();
    for (StixSlice object : offered) {
      String text = new String(object.bytes(), UTF_8);
      if (text.contains("bad")) {
        failures.add(Map.of("id", object.id(), "message", "STIX_TYPE bad"));
      } else if (!objects.contains(text)) {
        objects.add(text);
      }
      submissionOfObject.putIfAbsent(object.id(), request.manifest());
    }
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("id", id);
    status.put("status", "complete");
    status.put("success_count", offered.size() - failures.size());
    status.put("failure_count", failures.size());
    status.put("failures", failures);
    String text = JsonText.of(status);
    return new Stored(
        request.manifest(), request.body(), text, log.append("{\"of\":\"" + id + "\"}"));
  }

  private synchronized Reply evidence(Request request) {
    String object = request.uri().replaceAll(".*&object=", "");
    String manifest = submissionOfObject.get(object);
    return byId.values().stream()
        .filter(stored -> stored.manifest().equals(manifest))
        .findFirst()
        .map(stored -> ok(evidence(stored)))
        .orElse(refused(404, "OBJECT_UNKNOWN"));
  }

  private static String evidence(Stored stored) {
    String[] handle = stored.handle().split(";", -1);
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("submission", StrictJson.object(stored.status().getBytes(UTF_8)).get("id"));
    evidence.put("manifest", base64(stored.manifest()));
    evidence.put("body", base64(stored.body()));
    evidence.put("index", Long.valueOf(handle[0]));
    evidence.put("leaf", handle[1]);
    return JsonText.of(evidence);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static Map<String, Object> claims(String manifest) {
    String part = manifest.split("\\.", -1)[1];
    return StrictJson.object(Base64.getUrlDecoder().decode(part.getBytes(US_ASCII)));
  }

  /** How many submissions had an effect. */
  synchronized int submissions() {
    return byId.size();
  }
}
