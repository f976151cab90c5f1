package org.entente.stix.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the exchange can bear; what is beyond is not looked at any closer.
class LimitsTest {
  private static final Limits SMALL = new Limits(1000, 5, 12, 3, 60);

  @Test
  void an_object_of_too_many_bytes() {
    assertEquals(List.of("LIMIT_SIZE "), broken("'x_a':'" + "x".repeat(1000) + "'"));
  }

  @Test
  void values_nested_too_deep() {
    assertEquals(List.of(), errors("'x_a':[[[[1]]]]"));
    assertEquals(List.of("LIMIT_DEPTH /x_a/0/0/0/0"), broken("'x_a':[[[[[1]]]]]"));
    assertEquals(
        List.of("LIMIT_DEPTH /x_a/b/c/d/e"), broken("'x_a':{'b':{'c':{'d':{'e':{'f':1}}}}}"));
  }

  @Test
  void too_many_properties() {
    String many =
        IntStream.range(0, 12).mapToObj(i -> "'x_" + i + "':1").collect(Collectors.joining(","));

    assertEquals(List.of("LIMIT_PROPERTIES "), broken(many));
  }

  @Test
  void too_many_elements() {
    assertEquals(List.of("LIMIT_ELEMENTS /labels"), broken("'labels':['a','b','c','d']"));
  }

  @Test
  void too_long_a_text_and_a_payload_is_none() {
    assertEquals(List.of("LIMIT_TEXT /x_a"), broken("'x_a':'" + "x".repeat(61) + "'"));
    String payload = Samples.sco("artifact", "'payload_bin':'" + "AAAA".repeat(20) + "'");
    assertEquals(
        List.of(),
        Validator.of(Profile.STRICT_GOV, SMALL).check(Samples.object(payload)).errorList());
  }

  @Test
  void findings_are_counted_beyond_what_is_kept() {
    String many =
        IntStream.range(0, 300)
            .mapToObj(i -> "'unknown_" + i + "':1")
            .collect(Collectors.joining(","));
    Findings findings =
        Validator.of(Profile.STRICT_GOV).check(Samples.object(Samples.sdo("tool", many)));

    assertEquals(301, findings.errors());
    assertEquals(50, findings.kept().size());
  }

  private static List<String> broken(String more) {
    return found(more, false);
  }

  private static List<String> errors(String more) {
    return found(more, true);
  }

  private static List<String> found(String more, boolean errorsOnly) {
    Findings findings =
        Validator.of(Profile.STRICT_GOV, SMALL)
            .check(Samples.object(Samples.sdo("tool", "'name':'n'," + more)));
    return (errorsOnly ? findings.errorList() : findings.kept())
        .stream().map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
  }
}
