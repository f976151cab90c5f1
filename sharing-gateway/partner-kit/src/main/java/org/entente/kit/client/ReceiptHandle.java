package org.entente.kit.client;

import java.net.http.HttpResponse;

/**
 * Where an access stands in the log: the {@code Audit-Receipt} header.
 *
 * @param index from 0
 * @param leaf base64url of the leaf hash; the proof is fetched by it
 */
public record ReceiptHandle(long index, String leaf) {

  /** The handle of an answer; every success of the exchange carries one. */
  static ReceiptHandle of(HttpResponse<?> answer) {
    String header = answer.headers().firstValue("Audit-Receipt").orElse("");
    int semicolon = header.indexOf(';');
    if (semicolon < 1 || !header.substring(0, semicolon).matches("[0-9]{1,18}")) {
      throw new ExchangeRefused(
          answer.statusCode(), "RECEIPT_MISSING", "The answer carries no Audit-Receipt.");
    }
    return new ReceiptHandle(
        Long.parseLong(header.substring(0, semicolon)), header.substring(semicolon + 1));
  }
}
