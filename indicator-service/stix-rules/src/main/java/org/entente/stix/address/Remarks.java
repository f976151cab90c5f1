package org.entente.stix.address;

import java.util.EnumSet;
import java.util.Set;

/// The remarks on one address.
final class Remarks {

  private Remarks() {}

  static Set<Remark> of(Chain chain, Remark... found) {
    var remarks = EnumSet.noneOf(Remark.class);
    remarks.addAll(Set.of(found));
    if (chain.test()) {
      remarks.add(Remark.TEST_NETWORK);
    }
    return remarks;
  }
}
