package org.entente.kit.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.TileCoordinates;
import org.entente.log.TileLayout;
import org.entente.log.TilePath;

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

  private void tile(HttpExchange http) throws IOException {
    TilePath at = TilePath.parse(http.getRequestURI().getPath().substring(1));
    switch (at) {
      case TileCoordinates tile when TileLayout.contains(log.size(), tile) ->
          TestExchange.send(http, 200, log.tile(tile).hashes().toByteArray());
      case EntryBundleCoordinates bundle when TileLayout.contains(log.size(), bundle) -> {
        byte[] entries = log.bundle(bundle);
        log.read().ifPresent(record -> http.getResponseHeaders().set("Audit-Record", record));
        TestExchange.send(http, 200, entries);
      }
      case TileCoordinates _, EntryBundleCoordinates _ -> TestExchange.send(http, 404, new byte[0]);
    }
  }

  private void receipt(HttpExchange http) throws IOException {
    String path = http.getRequestURI().getPath();
    TestExchange.send(http, 200, log.receipt(path.substring(path.lastIndexOf('/') + 1)));
  }
}
