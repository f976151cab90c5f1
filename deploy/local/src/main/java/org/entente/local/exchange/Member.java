package org.entente.local.exchange;

import java.util.List;

/**
 * A party of the local exchange.
 *
 * @param id partner id
 * @param name what people call it
 * @param identity STIX identity it produces objects as
 * @param zone where its people work
 */
public record Member(String id, String name, String identity, String zone) {

  public static final Member KOREA =
      new Member(
          "kr",
          "Republic of Korea",
          "identity--2f1c7d4e-8b3a-4f6d-9c5e-7a1b0d2e4f68",
          "Asia/Seoul");
  public static final Member EU =
      new Member(
          "eu",
          "European Union",
          "identity--8e6d5c4b-3a29-4180-8f7e-6d5c4b3a2918",
          "Europe/Brussels");

  public static final List<Member> ALL = List.of(KOREA, EU);

  /** The only registered signer. */
  public static final String SIGNER = "ops";

  /** Client that submits and pulls. */
  public String feed() {
    return id + "-feed";
  }

  /** Client that pulls and looks up. */
  public String reader() {
    return id + "-reader";
  }

  /** Person who looks at what its party may read of the log. */
  public String inspector() {
    return id + "-inspector";
  }

  /** Person who looks at all of the log: the two parties agreed on each other's. */
  public String jointInspector() {
    return id + "-joint-inspector";
  }

  /** Client that reads the log, all of it: the two parties agreed on each other's. */
  public String auditor() {
    return id + "-auditor";
  }
}
