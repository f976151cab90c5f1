package org.entente.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.e2e.scene.Collector;
import org.entente.e2e.scene.Collector.Exported;
import org.entente.e2e.scene.Eventually;
import org.entente.e2e.scene.OneExchange;
import org.entente.e2e.scene.Scene;
import org.entente.e2e.scene.Stix;
import org.entente.local.exchange.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Traces: the whole path of a request, its place in the log, and nothing of what it says. */
@ExtendWith(OneExchange.class)
class OneSubmissionIsOneTraceTest {

  private static final String INDEX = "entente.record.index";
  private static final Set<String> ALLOWED =
      Set.of(
          INDEX,
          "entente.record.leaf",
          "entente.records",
          "entente.partner",
          "entente.code",
          "entente.caller",
          "http.response.status_code");

  private final Scene scene;
  private final Collector collector;

  OneSubmissionIsOneTraceTest(Scene scene) {
    this.scene = scene;
    collector = scene.collector();
  }

  @Test
  void a_submission_is_one_trace_through_all_services_with_the_index_of_its_receipt() {
    // When
    var answer = scene.korea().door().post(scene.korea().sign(Stix.warning(Member.KOREA, 1)));

    // Then
    var index = receipt(answer.headers().firstValue("Audit-Receipt"));
    var root = root(index, "taxii.addObjects");
    var names = Set.of("manifest", "inside", "receive", "record", "admit");
    var trace =
        whole(
            root.trace(),
            names,
            span ->
                span.service().equals("audit-service")
                    && index.equals(span.attributes().get(INDEX)));
    assertEquals(
        Set.of("sharing-gateway", "indicator-service", "audit-service"),
        trace.stream().map(Exported::service).collect(Collectors.toSet()));
    assertEquals(1, trace.stream().filter(span -> span.parent().isEmpty()).count());
  }

  @Test
  void a_read_is_one_too_and_a_refusal_has_its_code() {
    // When
    var read = scene.eu().door().get("collections/");
    var refused = scene.eu().door().withoutToken().discovery();

    // Then
    var root = root(receipt(read.headers().firstValue("Audit-Receipt")), "taxii.getCollections");
    whole(root.trace(), Set.of("select", "record", "log.append"), _ -> true);
    assertEquals(401, refused.status());
    var coded =
        Eventually.get(
            "the refusal's span",
            () ->
                collector
                    .spans()
                    .filter(span -> "AUTH_NO_TOKEN".equals(span.attributes().get("entente.code")))
                    .findFirst());
    assertEquals("taxii.discovery", coded.name());
    assertTrue(coded.attributes().containsKey(INDEX));
  }

  @Test
  void nobody_outside_says_to_which_trace_a_request_belongs() {
    // Given
    var claimed = "4bf92f3577b34da6a3ce929d0e0e4736";

    // When
    var answer =
        scene
            .korea()
            .door()
            .get("collections/", "traceparent", "00-" + claimed + "-00f067aa0ba902b7-01");

    // Then
    var root = root(receipt(answer.headers().firstValue("Audit-Receipt")), "taxii.getCollections");
    assertNotEquals(claimed, root.trace());
    assertEquals(List.of(), collector.trace(claimed));
  }

  @Test
  void spans_have_the_attributes_that_are_listed_and_no_others() {
    // Given
    var warning = Stix.indicator(Member.KOREA);
    scene.korea().door().post(scene.korea().sign(Stix.envelope(warning.text())));
    var answer =
        scene
            .eu()
            .door()
            .get(
                "collections/"
                    + scene.eu().foreign().id()
                    + "/objects/"
                    + warning.id()
                    + "/?match[version]=all");
    assertEquals(200, answer.status());
    root(receipt(answer.headers().firstValue("Audit-Receipt")), "taxii.getObject");

    // Then: of all that was exported in this run.
    assertEquals(Set.of(), collector.told());
    assertTrue(ALLOWED.containsAll(collector.attributes()), collector.attributes()::toString);
  }

  private static String receipt(Optional<String> header) {
    return header.orElseThrow().split(";", 2)[0];
  }

  /** The root span that knows this index. */
  private Exported root(String index, String name) {
    return Eventually.get(
        "the root span " + name + " of entry " + index,
        () ->
            collector
                .spans()
                .filter(span -> span.parent().isEmpty() && span.name().equals(name))
                .filter(span -> index.equals(span.attributes().get(INDEX)))
                .findFirst());
  }

  /** The trace once each service has sent its part, these spans and such a one among them. */
  private List<Exported> whole(String trace, Set<String> names, Predicate<Exported> one) {
    return Eventually.get(
        "the parts of trace " + trace,
        () ->
            Optional.of(collector.trace(trace))
                .filter(spans -> spans.stream().map(Exported::service).distinct().count() == 3)
                .filter(spans -> names(spans).containsAll(names))
                .filter(spans -> spans.stream().anyMatch(one)));
  }

  private static Set<String> names(List<Exported> trace) {
    return trace.stream().map(Exported::name).collect(Collectors.toSet());
  }
}
