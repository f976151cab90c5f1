package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.e2e.scene.Feed;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.ServiceLogs;
import org.entente.e2e.scene.Stix;
import org.entente.kit.json.StrictJson;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logs hold no content above TLP:GREEN, no token and no key, whatever is made to get into them. */
@ExtendWith(OneExchange.class)
class LogsTellNothingTest {

  /** What tests say in bodies, ids of their objects, tokens and manifests, keys. */
  private static final Pattern CONTENT =
      Pattern.compile("Laundering|indicator--[0-9a-f]|eyJ[A-Za-z0-9_-]{16}|PRIVATE KEY");

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}&&[^\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final String CANARY = "zeisig" + UUID.randomUUID().toString().replace("-", "");

  /** A private key in wallet import format, of nobody. */
  private static final String KEY = "5KYZdUEo39z3FPrtuX2QbbwGnNP5zTd7yyr2SC1j299sBCnWjss";

  private final Feed korea;
  private final ServiceLogs logs;

  LogsTellNothingTest(Scene scene) {
    logs = ServiceLogs.of(scene.exchange());
    korea = scene.korea();
  }

  @BeforeEach
  void everything_is_tried_to_get_into_a_log() {
    var red = Stix.indicator(Member.KOREA).marked(Stix.Tlp.RED).text();
    korea.door().post(korea.sign(Stix.envelope(red.replace("Laundering address", CANARY))));
    korea.door().post(korea.sign("{\"objects\":[" + CANARY));
    korea.door().post(korea.sign("{\"" + CANARY + "\":\"" + KEY + "\"}"));
    var signed = korea.sign(Stix.warning(Member.KOREA, 1));
    korea.door().post(signed.withBody(CANARY));
    korea.door().post(signed.to(CANARY));
    korea.door().bearing(CANARY + "." + CANARY + "." + CANARY).discovery();
    for (var path :
        List.of(
            "collections/" + CANARY + "/objects/",
            "lookup/?value=" + KEY,
            "collections/?" + CANARY + "=" + CANARY,
            "status/" + CANARY + "/",
            "/receipts/" + CANARY,
            "/%0d%0a%7B%22level%22:%22ERROR%22,%22message%22:%22" + CANARY + "%22%7D",
            "status/%1b%5B31m" + CANARY + "/",
            "status/%E2%80%AE" + CANARY + "/",
            "status/" + CANARY + "/?next=%0d%0a" + CANARY)) {
      korea.door().get(path);
    }
    korea.door().get("collections/", "Access-Purpose", CANARY);
    korea.door().get("collections/", "Client-Sequence", CANARY);
  }

  @Test
  void no_line_has_content_a_token_or_a_key() {
    logs.lines()
        .forEach(line -> {
          assertFalse(line.text().contains(CANARY), line::text);
          assertFalse(line.text().contains(KEY), line::text);
          assertFalse(CONTENT.matcher(line.text()).find(), line::text);
          assertFalse(CONTROL.matcher(line.text()).find(), line::text);
        });
  }

  @Test
  void every_line_of_a_service_says_when_what_and_who() {
    var lines = logs.beginnings().filter(line -> line.text().startsWith("{")).toList();
    assertTrue(lines.size() > 10, () -> lines.size() + " lines");
    for (var line : lines) {
      var json = StrictJson.object(line.text().getBytes(StandardCharsets.UTF_8));
      assertTrue(
          json.keySet().containsAll(List.of("time", "level", "service", "message")), line::text);
      assertTrue(line.file().startsWith(String.valueOf(json.get("service"))), line::text);
    }
  }
}
