package org.entente.kit.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.TileCoordinates;

/** A log over HTTP: checkpoint, tiles, receipts, as the audit-service serves them. */
record TestLogResource(TestLog log) {

  static void register(TestLog log, BiConsumer<String, HttpHandler> routes) {
    TestLogResource resource = new TestLogResource(log);
    routes.accept("/checkpoint", resource::checkpoint);
    routes.accept("/tile/", resource::tile);
    routes.accept("/receipts/", resource::receipt);
    routes.accept("/v1/receipts/", resource::receipt);
  }

  private void checkpoint(HttpExchange http) throws IOException {
    TestExchange.send(http, 200, log.checkpoint().toByteArray());
  }

  /** Looks for the place that has this path, so that the test knows no encoding of paths. */
  private void tile(HttpExchange http) throws IOException {
    String path = http.getRequestURI().getPath().substring(1);
    for (long n = 0; n * 256 < log.size(); n++) {
      int width = (int) Math.min(256, log.size() - n * 256);
      EntryBundleCoordinates bundle = new EntryBundleCoordinates(n, width);
      TileCoordinates tile = new TileCoordinates(0, n, width);
      if (bundle.path().equals(path)) {
        TestExchange.send(http, 200, log.bundle(bundle));
        return;
      }
      if (tile.path().equals(path)) {
        TestExchange.send(http, 200, log.tile(tile).hashes().toByteArray());
        return;
      }
    }
    TestExchange.send(http, 404, new byte[0]);
  }

  private void receipt(HttpExchange http) throws IOException {
    String path = http.getRequestURI().getPath();
    TestExchange.send(http, 200, log.receipt(path.substring(path.lastIndexOf('/') + 1)));
  }
}
