package org.entente.audit.record;

import static org.entente.audit.record.ContractExample.TIME_MS;
import static org.entente.audit.record.ContractExample.call;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract's examples of what people and auditors do here. */
class OwnExamplesTest {

  private static final String DIGEST = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
  private static final Actor PERSON =
      new Actor("kr", "person:inspector", "5d0c9e1f", "https://localhost:8446/realms/kr");

  private static void assertWritten(String example, Actor actor, Call call, Answer answer) {
    var uid = UUID.nameUUIDFromBytes(example.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    new ContractExample(example)
        .assertIs(ContractExample.writer().write(uid, TIME_MS, actor, call, answer));
  }

  @Test
  void a_review_is_signed() {
    var uid = "review--0b7a1f0e-5d0b-4a3e-9c61-2f6f0a9f3c11";
    var path = "/console/reviews/" + uid.substring("review--".length());

    assertWritten(
        "review-signed",
        PERSON,
        call("review.sign", "POST", path, ""),
        Answer.done(new Act("review", uid, DIGEST, 27)));
  }

  @Test
  void a_finding_about_a_journal_is_filed() {
    assertWritten(
        "finding-filed",
        new Actor("kr", "kr-desk", "9c61", "https://localhost:8446/realms/kr"),
        call("log.reconcile", "POST", "/v1/reconciliations", ""),
        Answer.released(418, DIGEST));
  }

  @Test
  void entries_are_exported() {
    assertWritten(
        "log-exported",
        PERSON,
        call("log.export", "GET", "/console/export", "party=kr&format=evidence"),
        Answer.released(20_480, DIGEST));
  }

  @Test
  void a_search_with_a_secret_is_refused_and_not_kept() {
    assertWritten(
        "search-refused",
        PERSON,
        call("console.search", "GET", "/console/search", ""),
        Answer.refused(400, "QUERY_SECRET"));
  }

  @Test
  void refusals_that_came_in_a_flood_are_one_number() {
    var counted =
        new CountedRefusals(
            new UUID(0x1a2b, 3),
            "http.limited",
            Answer.refused(429, "RATE_LIMITED"),
            4_711,
            TIME_MS - 10_000,
            TIME_MS);
    var uid = UUID.nameUUIDFromBytes(new byte[] {4, 7, 1, 1});

    new ContractExample("flood-counted")
        .assertIs(
            ContractExample.writer().write(uid, Actor.withoutToken("kr", "kr-desk"), counted));
  }
}
