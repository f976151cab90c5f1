package org.entente.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.entente.log.TilePath;

/** The log as an auditor reads it; reading is itself logged. Thread-safe. */
public final class LogClient {

  private static final String RECORD = "Audit-Record";
  private static final int MOST_KEPT = 4_096;

  private final Session session;
  private final Queue<byte[]> recorded = new LinkedBlockingQueue<>(MOST_KEPT);

  /** Speaks through an auditor's session. */
  public LogClient(Session session) {
    this.session = session;
  }

  /** Records that match all filters, newest first; the names are the audit-service's. */
  public ExchangeClient.Document search(Map<String, String> filters) {
    String query = query(filters);
    return new ExchangeClient.Document(get("/v1/search" + query, "application/json"));
  }

  /**
   * Has the log write an export into this file; what is there after a failure is not whole.
   *
   * @param parameters the audit-service's, its format among them
   */
  public void export(Map<String, String> parameters, Path file) {
    session.postToLog("/v1/exports" + query(parameters), file);
  }

  /**
   * Files what was found in a client's own journal.
   *
   * @param finding as the audit-service's contract has it, JSON
   */
  public ExchangeClient.Document file(byte[] finding) {
    return new ExchangeClient.Document(session.postToLog("/v1/reconciliations", finding).body());
  }

  private static String query(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  /** The newest signed checkpoint. */
  public byte[] checkpoint() {
    return get("/checkpoint", "text/plain");
  }

  /** A tile or an entry bundle. */
  public byte[] tile(TilePath tile) {
    HttpResponse<byte[]> answer = session.getFromLog("/" + tile.path(), "application/octet-stream");
    answer.headers().firstValue(RECORD).ifPresent(this::keep);
    return answer.body();
  }

  private void keep(String record) {
    try {
      recorded.offer(Base64.getUrlDecoder().decode(record));
    } catch (IllegalArgumentException e) {
      // It is a help to whoever mirrors the log, who reads the entry else.
    }
  }

  /**
   * The records of entry bundles read since this was asked last, as the log says; at most the first
   * 4 096.
   */
  public List<byte[]> recorded() {
    List<byte[]> records = new ArrayList<>();
    for (byte[] next = recorded.poll(); next != null; next = recorded.poll()) {
      records.add(next);
    }
    return records;
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
