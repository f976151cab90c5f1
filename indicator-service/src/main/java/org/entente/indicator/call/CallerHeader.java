package org.entente.indicator.call;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Trait;
import org.entente.indicator.refusal.Refusal.CallerUnknown;

/// Reads `Entente-Caller`: base64url of the JSON in which the gateway says whom it let in.
public final class CallerHeader {
  /// The header's name, in lower case.
  public static final String NAME = "entente-caller";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private CallerHeader() {}

  /// Reads the header.
  ///
  /// @throws CallerUnknown when it is not what the gateway writes
  public static Actor read(String header) {
    try {
      JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(header));
      Map<Trait, String> texts = new EnumMap<>(Trait.class);
      for (Trait trait : Trait.values()) {
        if (json.path(trait.key()).isTextual()) {
          texts.put(trait, json.path(trait.key()).textValue());
        }
      }
      scopes(json).ifPresent(scopes -> texts.put(Trait.SCOPES, scopes));
      UUID request = UUID.fromString(json.path("request").asText());
      String partner = json.path("partner").asText();
      if (partner.equals(Actor.UNKNOWN)) {
        throw new CallerUnknown("the caller header names no partner");
      }
      return new Actor(partner, request, texts);
    } catch (IOException | IllegalArgumentException e) {
      throw new CallerUnknown("the caller header is malformed");
    }
  }

  private static Optional<String> scopes(JsonNode json) {
    JsonNode list = json.path(Trait.SCOPES.key());
    return list.isArray()
        ? Optional.of(list.valueStream().map(JsonNode::asText).collect(Collectors.joining(" ")))
        : Optional.empty();
  }
}
