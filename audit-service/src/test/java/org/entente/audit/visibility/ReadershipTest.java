package org.entente.audit.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entente.audit.SampleRecord;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.SentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule, clause by clause. */
class ReadershipTest {

  private static final String TO_BOTH = "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80";
  private static final Readership RULE =
      new Readership(
          Set.of("kr", "eu", "us"),
          List.of(
              SharedCollection.of(
                  TO_BOTH, "kr", Set.of("eu", "urn:entente:role:us:agency:liaison"))));

  private static final SampleRecord OF_KOREA = SampleRecord.fresh().of("kr", "kr-feed");
  private static final SampleRecord READ =
      SampleRecord.fresh().of("eu", "eu-feed").within(TO_BOTH).givenTo("eu");

  private static Set<String> readers(SampleRecord sample) {
    return readers(sample.json());
  }

  private static Set<String> readers(String json) {
    return RULE.of(RecordParser.parse(SentRecord.of(json.getBytes(StandardCharsets.UTF_8))));
  }

  private static String refused(SampleRecord sample) {
    return sample
        .json()
        .replace("\"status_id\":1", "\"status_id\":2,\"status_detail\":\"OBJECT_UNKNOWN\"")
        .replace("\"action_id\":1", "\"action_id\":2")
        .replace("\"disposition_id\":1", "\"disposition_id\":2");
  }

  private static String failed(SampleRecord sample) {
    return refused(sample)
        .replace("\"action_id\":2", "\"action_id\":1")
        .replace("\"disposition_id\":2", "\"disposition_id\":27");
  }

  @Test
  void a_party_sees_what_its_own_actors_did() {
    assertEquals(Set.of("kr"), readers(OF_KOREA));
    assertEquals(Set.of("kr"), readers(refused(OF_KOREA)));
  }

  @Test
  void a_party_sees_what_was_handed_to_it_whoever_acted() {
    assertEquals(Set.of("kr", "eu"), readers(OF_KOREA.givenTo("eu")));
  }

  @Test
  void what_nobody_did_for_nobody_is_nobodys() {
    assertEquals(Set.of(), readers(OF_KOREA.of("-", "-")));
    assertEquals(Set.of(), readers(OF_KOREA.of("-", "-").givenTo("-")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taxii.getCollection",
        "taxii.getObjects",
        "taxii.getObject",
        "taxii.getManifest",
        "taxii.getVersions",
        "release.getWithdrawals",
        "evidence.get"
      })
  void the_producer_sees_who_read_and_the_other_readers_do_not(String operation) {
    assertEquals(Set.of("eu", "kr"), readers(READ.doing(operation)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taxii.addObjects",
        "taxii.addObjects.outcome",
        "taxii.deleteObject",
        "taxii.deleteObject.outcome",
        "release.act",
        "release.act.outcome"
      })
  void the_audience_sees_what_the_producer_did_to_all_of_it(String operation) {
    assertEquals(Set.of("kr", "eu", "us"), readers(OF_KOREA.within(TO_BOTH).doing(operation)));
  }

  @Test
  void an_act_that_handed_something_to_one_party_is_not_the_others_to_see() {
    var act = OF_KOREA.within(TO_BOTH).doing("release.act.outcome");

    assertEquals(Set.of("kr", "eu"), readers(act.givenTo("eu")));
    assertEquals(Set.of("kr"), readers(act.givenTo("kr")));
  }

  @Test
  void what_looks_like_the_producers_act_but_is_a_readers_stays_the_readers() {
    assertEquals(
        Set.of("eu"),
        readers(SampleRecord.fresh().of("eu", "eu-feed").within(TO_BOTH).doing("release.act")));
  }

  @Test
  void what_was_refused_or_failed_is_not_told_to_others() {
    assertEquals(Set.of("eu"), readers(refused(READ)));
    assertEquals(Set.of("eu"), readers(failed(READ)));
    var submission = OF_KOREA.within(TO_BOTH).doing("taxii.addObjects");
    assertEquals(Set.of("kr"), readers(refused(submission)));
    assertEquals(Set.of("kr"), readers(failed(submission)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lookup", "release.dryRun", "taxii.getStatus", "rights.get", "a.new.one"})
  void an_operation_of_which_nothing_is_known_is_denied(String operation) {
    assertEquals(Set.of("eu"), readers(READ.doing(operation)));
    assertEquals(Set.of("kr"), readers(OF_KOREA.within(TO_BOTH).doing(operation)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kr-to-both", "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10"})
  void a_collection_that_is_not_configured_is_denied(String collection) {
    assertEquals(Set.of("eu"), readers(READ.within(collection)));
  }
}
