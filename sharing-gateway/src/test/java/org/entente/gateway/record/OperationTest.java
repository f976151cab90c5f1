package org.entente.gateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /taxii2, taxii.discovery",
    "HEAD, /taxii2/, taxii.discovery",
    "GET, /taxii2/exchange, taxii.apiRoot",
    "GET, /taxii2/exchange/, taxii.apiRoot",
    "GET, /taxii2/exchange/collections/, taxii.getCollections",
    "GET, /taxii2/exchange/collections/a, taxii.getCollection",
    "GET, /taxii2/exchange/collections/a/objects/, taxii.getObjects",
    "POST, /taxii2/exchange/collections/a/objects, taxii.addObjects",
    "GET, /taxii2/exchange/collections/a/objects/b/, taxii.getObject",
    "GET, /taxii2/exchange/status/s/, taxii.getStatus",
    "GET, /receipts/leaf, receipt.get",
    "GET, /evidence, evidence.get",
    "POST, /taxii2/, http.unknown",
    "GET, /taxii2/exchange/collections/a/manifest, taxii.getManifest",
    "GET, /taxii2/exchange/collections/a/objects/b/versions/, taxii.getVersions",
    "DELETE, /taxii2/exchange/collections/a/objects/b/, taxii.deleteObject",
    "DELETE, /taxii2/exchange/collections/a/objects/, http.unknown",
    "GET, /taxii2/exchange/rights/, rights.get",
    "POST, /taxii2/exchange/collections/a/dry-run/, release.dryRun",
    "GET, /taxii2/exchange/collections/a/dry-run/, http.unknown",
    "POST, /taxii2/exchange/collections/a/releases, release.act",
    "GET, /taxii2/exchange/collections/a/releases, http.unknown",
    "GET, /taxii2/exchange/collections/a/withdrawals/, release.getWithdrawals",
    "POST, /taxii2/exchange/collections/a/withdrawals/, http.unknown",
    "GET, /taxii2/other/, http.unknown",
    "GET, /taxii2/exchange/collections/a/other/, http.unknown",
    "GET, /taxii2/exchange/collections/a/objects/b/other/, http.unknown",
    "GET, /taxii2/exchange/status/a/objects/, http.unknown",
    "GET, /, http.unknown",
    "GET, *, http.unknown",
    "GET, //taxii2/, http.unknown",
  })
  void a_method_and_a_path_name_one_operation(String method, String path, String operation) {
    assertEquals(operation, Operation.of(method, path).publicName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/taxii2/exchange/collections/a/objects/ | GET, HEAD, POST",
        "/taxii2/exchange/collections/a/objects/b/ | GET, HEAD, DELETE",
        "/taxii2/exchange/collections/a/releases/ | POST",
        "/evidence | GET, HEAD",
      })
  void a_path_knows_its_methods(String path, String methods) {
    assertEquals(methods, Operation.allowedAt(path));
  }
}
