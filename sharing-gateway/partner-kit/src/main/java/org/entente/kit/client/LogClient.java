package org.entente.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.log.TilePath;

/** The log as an auditor reads it; reading is itself logged. Thread-safe. */
public final class LogClient {

  private final Session session;

  /** Speaks through an auditor's session. */
  public LogClient(Session session) {
    this.session = session;
  }

  /** Records that match all filters, newest first; the names are the audit-service's. */
  public ExchangeClient.Document search(Map<String, String> filters) {
    List<String> parameters = new ArrayList<>();
    filters.forEach((name, value) -> parameters.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    return new ExchangeClient.Document(get("/v1/search" + query, "application/json"));
  }

  /** The newest signed checkpoint. */
  public byte[] checkpoint() {
    return get("/checkpoint", "text/plain");
  }

  /** A tile or an entry bundle. */
  public byte[] tile(TilePath tile) {
    return get("/" + tile.path(), "application/octet-stream");
  }

  /** A receipt, whoever's record it is about. */
  public byte[] receipt(String leaf) {
    return get("/v1/receipts/" + URLEncoder.encode(leaf, UTF_8), "text/plain");
  }

  /** The same with the cosignatures of witnesses, as soon as there are enough. */
  public byte[] witnessedReceipt(String leaf) {
    return get("/v1/receipts/" + URLEncoder.encode(leaf, UTF_8) + "?stage=witnessed", "text/plain");
  }

  private byte[] get(String path, String accept) {
    return session.getFromLog(path, accept).body();
  }
}
