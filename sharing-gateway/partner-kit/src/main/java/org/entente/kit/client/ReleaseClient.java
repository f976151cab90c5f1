package org.entente.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.json.StrictJson;
import org.entente.kit.manifest.Content;
import org.entente.stix.marking.Recipient;

/// Asks who may see what. Errors: [ExchangeRefused] and [Unreachable]. Thread-safe.
public final class ReleaseClient {

  private final Session session;
  private final String apiRoot;

  /// Speaks through this session.
  public ReleaseClient(Session session) {
    this.session = session;
    this.apiRoot = session.profile().apiRoot();
  }

  /// What a manifest would say beside the envelope.
  ///
  /// @param recipients empty when the collection's audience is not narrowed
  /// @param tlp the level it claims
  public record Wish(List<Recipient> recipients, Optional<String> tlp) {
    public Wish {
      recipients = List.copyOf(recipients);
    }

    private String query() {
      List<String> parameters = new ArrayList<>();
      recipients.forEach(to -> parameters.add("rel=" + ExchangeClient.encoded(to.urn())));
      tlp.ifPresent(level -> parameters.add("tlp=" + ExchangeClient.encoded(level)));
      return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
  }

  /// What this client may read and write, and what can reach it.
  public Map<String, Object> rights() {
    return StrictJson.object(session.get(apiRoot + "rights/", "application/json").body());
  }

  /// What would become of an envelope, object by object; nothing is stored.
  ///
  /// @return one object for each of the envelope's, in order
  public List<Map<String, Object>> dryRun(String collection, Wish wish, byte[] envelope) {
    String address =
        apiRoot + "collections/" + ExchangeClient.encoded(collection) + "/dry-run/" + wish.query();
    HttpResponse<byte[]> answer =
        session.post(
            Connection.to(address)
                .header("Accept", "application/x-ndjson")
                .header("Content-Type", Content.ENVELOPE.mediaType()),
            envelope);
    return new String(answer.body(), UTF_8)
        .lines()
        .map(line -> StrictJson.object(line.getBytes(UTF_8)))
        .toList();
  }
}
