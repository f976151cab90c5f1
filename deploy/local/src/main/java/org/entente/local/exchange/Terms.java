package org.entente.local.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the members agree on beside the usual.
 *
 * @param ample whose limits nobody meets, for when something else is measured or tried
 * @param agencies of clients that are one's, by client id; each has duty officers, too
 */
public record Terms(Set<Member> ample, Map<String, String> agencies) {

  public static final Terms USUAL = new Terms(Set.of(), Map.of());

  public Terms {
    ample = Set.copyOf(ample);
    agencies = Map.copyOf(agencies);
  }

  /** Limits of this member and its clients that nobody meets, too. */
  public Terms ample(Member member) {
    var more = new HashSet<>(ample);
    more.add(member);
    return new Terms(more, agencies);
  }

  /** This client is this agency's, too. */
  public Terms agency(String client, String agency) {
    var more = new HashMap<>(agencies);
    more.put(client, agency);
    return new Terms(ample, more);
  }
}
