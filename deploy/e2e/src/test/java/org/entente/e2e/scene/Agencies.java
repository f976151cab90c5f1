package org.entente.e2e.scene;

import org.entente.local.exchange.Member;
import org.entente.local.exchange.Terms;

/**
 * The EU's two agencies in these tests: its feed is CERT-EU's, its reader Europol's. Korea is one
 * place.
 */
final class Agencies {

  private Agencies() {}

  static Terms in(Terms terms) {
    return terms.agency(Member.EU.feed(), "cert-eu").agency(Member.EU.reader(), "europol");
  }
}
