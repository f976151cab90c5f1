package org.entente.e2e.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.entente.e2e.scene.Door;
import org.entente.e2e.scene.Scene;
import org.entente.pki.Pki;

/**
 * A record that has one name wherever names can be: as the actor, the agency, the purpose, the
 * object and the reason of a refusal.
 */
record HostileRecord(String name) {

  /** As the indicator-service would, if it were taken over. */
  void appendTo(Scene scene) {
    var actor = disclosure("uid", name);
    var address = disclosure("ip", "192.0.2.1");
    var record = leaf(digest(actor), digest(address));
    var sent = record + "~" + actor + "~" + address + "~";
    var request =
        HttpRequest.newBuilder(URI.create(scene.auditService().url() + "/v1/entries"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(sent))
            .build();
    var service = scene.exchange().pki().service(Pki.INDICATOR_SERVICE);
    try {
      var answer =
          Door.with(service, scene.exchange()).http().send(request, BodyHandlers.ofString());
      assertEquals(201, answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String leaf(String actor, String address) {
    return """
    {"metadata":{"version":"1.8.0","uid":"%1$s","product":{"name":"indicator-service",\
    "vendor_name":"Entente"},"profiles":["security_control"],"correlation_uid":"%1$s"},\
    "category_uid":6,"class_uid":6003,"activity_id":2,"type_uid":600302,"severity_id":1,\
    "time":%2$d,"status_id":2,"status_code":"403","status_detail":%3$s,"action_id":2,\
    "disposition_id":2,"actor":{"user":{"_sd":["%4$s"],"org":{"uid":"kr","ou_name":%3$s}}},\
    "src_endpoint":{"_sd":["%5$s"]},"api":{"operation":"hostile"},\
    "resources":[{"uid":%3$s}],"exchange":{"purpose":%3$s,"tlp":%3$s}}\
    """
        .formatted(UUID.randomUUID(), System.currentTimeMillis(), json(name), actor, address);
  }

  private static String disclosure(String field, String value) {
    return base64(
        "[\"c2FsdHNhbHRzYWx0c2FsdA\",\"%s\",%s]".formatted(field, json(value)).getBytes(UTF_8));
  }

  private static String digest(String disclosure) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(disclosure.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
