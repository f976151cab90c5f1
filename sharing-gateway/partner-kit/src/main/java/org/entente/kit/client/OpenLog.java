package org.entente.kit.client;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.entente.log.TilePath;

/**
 * What a web server serves in the layout of C2SP tlog-tiles, such as a mirror's folder: without any
 * certificate or token, and not to be believed before it is verified. Thread-safe.
 */
public final class OpenLog {

  private final Connection connection = new Connection(HttpClient.newBuilder());
  private final String prefix;

  /**
   * A log below this address.
   *
   * @param prefix http or https
   */
  public OpenLog(String prefix) {
    this.prefix = prefix.replaceAll("/+$", "") + "/";
  }

  /** The newest signed checkpoint. */
  public byte[] checkpoint() {
    return get("checkpoint");
  }

  /** A tile or an entry bundle. */
  public byte[] tile(TilePath tile) {
    return get(tile.path());
  }

  private byte[] get(String path) {
    HttpResponse<byte[]> answer = connection.send(Connection.to(prefix + path).GET().build());
    return answer.body();
  }
}
