package org.entente.indicator.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A record as the log was sent it, with its disclosures put back where their digests stand. */
public final class DisclosedRecord {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DisclosedRecord() {}

  /** The leaf alone. */
  public static String leaf(String sent) {
    return sent.substring(0, sent.lastIndexOf('}') + 1);
  }

  /** The whole record; a disclosure that belongs nowhere is a fault of the writer. */
  public static JsonNode of(String sent) {
    String leaf = leaf(sent);
    Map<String, JsonNode> disclosed = new HashMap<>();
    for (String text : sent.substring(leaf.length()).split("~", -1)) {
      if (!text.isEmpty()) {
        disclosed.put(digest(text), parse(Base64.getUrlDecoder().decode(text)));
      }
    }
    JsonNode record = parse(leaf.getBytes(UTF_8));
    resolve(record, disclosed);
    if (!disclosed.isEmpty()) {
      throw new IllegalStateException("disclosures of nothing: " + disclosed);
    }
    return record;
  }

  private static void resolve(JsonNode node, Map<String, JsonNode> disclosed) {
    node.forEach(child -> resolve(child, disclosed));
    if (node instanceof ObjectNode object && object.has("_sd")) {
      for (JsonNode digest : object.remove("_sd")) {
        JsonNode member = Objects.requireNonNull(disclosed.remove(digest.asText()), "undisclosed");
        object.set(member.get(1).asText(), member.get(2));
      }
    }
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
