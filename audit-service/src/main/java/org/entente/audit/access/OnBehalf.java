package org.entente.audit.access;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.audit.record.Call.Counted;

/**
 * For whom a service asks, as it says in {@code Entente-Caller}: base64url of JSON.
 *
 * @param party the client's partner
 * @param counted the client's own number of its request, if it gives one
 */
record OnBehalf(String party, String client, Optional<Counted> counted) {

  static final String HEADER = "Entente-Caller";

  private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,15}");
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** What the header says; empty when it is not what a service of ours writes. */
  static Optional<OnBehalf> read(String header) {
    try {
      var json = JSON.readTree(Base64.getUrlDecoder().decode(header));
      var client = json.path("client").asText();
      return CLIENT.matcher(client).matches()
          ? Optional.of(new OnBehalf(json.path("partner").asText(), client, counted(json)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Counted> counted(JsonNode json) {
    var number = json.path("client_seq").asText();
    var digest = json.path("client_seq_sha256").asText();
    return NUMBER.matcher(number).matches() && DIGEST.matcher(digest).matches()
        ? Optional.of(new Counted(Long.parseLong(number), digest))
        : Optional.empty();
  }
}
