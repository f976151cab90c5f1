package org.entente.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.JsonText;

/// Asks what is known about values. Errors: [ExchangeRefused] and [Unreachable]. Thread-safe.
public final class LookupClient {

  /// Values of one request.
  public static final int MOST = 10_000;

  /// Characters of all of them together, at which no exchange finds a request too long (4 MiB).
  public static final int CHARACTERS = 1 << 19;

  private static final String LINES = "application/x-ndjson";

  private final Session session;

  /// Speaks through this session.
  public LookupClient(Session session) {
    this.session = session;
  }

  /// When a statement counts.
  ///
  /// @param at the time asked about; empty for now
  /// @param include of `expired`, `upcoming`, `revoked`: what is given, too
  public record When(Optional<String> at, List<String> include) {
    public When {
      include = List.copyOf(include);
    }

    private String query() {
      var parameters = new ArrayList<String>();
      at.ifPresent(time -> parameters.add("at=" + URLEncoder.encode(time, UTF_8)));
      if (!include.isEmpty()) {
        parameters.add("include=" + URLEncoder.encode(String.join(",", include), UTF_8));
      }
      return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
  }

  /// What came back.
  ///
  /// @param receipt where the look-up stands in the log
  /// @param lines one JSON object for each value, in order, as served
  public record Known(ReceiptHandle receipt, List<String> lines) {
    public Known {
      lines = List.copyOf(lines);
    }
  }

  /// Looks up 1 to 10 000 values in any form.
  public Known lookUp(List<String> values, When when) {
    var body = new StringBuilder();
    values.forEach(value -> body.append(JsonText.of(Map.of("value", value))).append('\n'));
    HttpRequest.Builder request =
        Connection.to(session.profile().apiRoot() + "lookup/" + when.query())
            .header("Accept", LINES)
            .header("Content-Type", LINES);
    HttpResponse<byte[]> answer = session.post(request, body.toString().getBytes(UTF_8));
    List<String> lines = new String(answer.body(), UTF_8).lines().toList();
    if (lines.size() != values.size()) {
      throw new ExchangeRefused(
          answer.statusCode(), "ANSWER_INCOMPLETE", "There is not one line for each value.");
    }
    return new Known(ReceiptHandle.of(answer), lines);
  }
}
