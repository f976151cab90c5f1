package org.entente.stix.rule;

import static org.entente.stix.rule.Samples.broken;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// One row for each clause: the section, an object's type and members, what is found. `-` stands
/// for nothing; members replace those of the smallest valid object.
class ClauseTest {
  @ParameterizedTest(name = "{0} {1} {2} → {3}")
  @CsvFileSource(resources = "/clauses.csv", delimiter = '|', quoteCharacter = '`')
  void a_clause_is_kept(String section, String type, String members, String expected) {
    String object = TypesTest.smallest(type(type));
    for (String member : List.of(members.split(" && ", -1))) {
      int colon = member.indexOf(':');
      String name = member.substring(0, colon).strip();
      String value = Samples.json(member.substring(colon + 1).strip());
      object =
          value.equals("-") ? TypesTest.without(object, name) : TypesTest.with(object, name, value);
    }

    String found = String.join(" ", broken(object));
    assertEquals(expected, found.isEmpty() ? "-" : found);
  }

  private static ObjectType type(String name) {
    return ObjectTypes.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }
}
