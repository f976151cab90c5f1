package org.entente.stix.pattern;

import static org.entente.stix.pattern.PatternRule.PATTERN_CONSTANT_TYPE;
import static org.entente.stix.pattern.PatternRule.PATTERN_HASH_NAME;
import static org.entente.stix.pattern.PatternRule.PATTERN_IN_TYPES;
import static org.entente.stix.pattern.PatternRule.PATTERN_NOT_NFC;
import static org.entente.stix.pattern.PatternRule.PATTERN_PROPERTY_UNKNOWN;
import static org.entente.stix.pattern.PatternRule.PATTERN_SET_PATH;
import static org.entente.stix.pattern.PatternRule.PATTERN_TYPE_UNKNOWN;

import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Constant.Text;
import org.entente.stix.pattern.ObjectPath.Step.Property;
import org.entente.stix.pattern.ObservableTypes.Kind;

/// Whether a comparison makes sense: its path, operator and constants together (sections 9.6, 9.7).
final class ComparisonChecks {

  private final Findings findings;

  ComparisonChecks(Findings findings) {
    this.findings = findings;
  }

  void path(ObjectPath path, int position) {
    if (!ObservableTypes.known(path.type())) {
      findings.add(PATTERN_TYPE_UNKNOWN, position, "the standard has no observable of this type");
    } else if (path.steps().getFirst() instanceof Property(var name)
        && ObservableTypes.kind(path.type(), name).isEmpty()) {
      findings.add(PATTERN_PROPERTY_UNKNOWN, position, path.type() + " has no such property");
    }
    var before = "";
    for (var step : path.steps()) {
      if (step instanceof Property(var name)) {
        hashName(before, name, position);
        before = name;
      }
    }
  }

  private void hashName(String before, String name, int position) {
    if (!before.equals("hashes")) {
      return;
    }
    var right = HashNames.of(name);
    if (right.isEmpty()) {
      findings.add(PATTERN_HASH_NAME, position, "hash-algorithm-ov has no such algorithm");
    } else if (!right.get().equals(name)) {
      findings.add(PATTERN_HASH_NAME, position, "the algorithm is called " + right.get());
    }
  }

  void comparison(Comparison comparison, int position) {
    switch (comparison.operator()) {
      case IN -> homogeneous(comparison, position);
      case LIKE, MATCHES -> composed(comparison, position);
      case ISSUBSET, ISSUPERSET -> address(comparison.path(), position);
      case EQUAL, UNEQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {}
    }
    comparable(comparison, position);
  }

  private void homogeneous(Comparison comparison, int position) {
    if (comparison.constants().stream().map(Object::getClass).distinct().count() > 1) {
      findings.add(PATTERN_IN_TYPES, position, "the values of IN are of one type");
    }
  }

  private void composed(Comparison comparison, int position) {
    if (comparison.constants().getFirst() instanceof Text(var text) && !Composition.isNfc(text)) {
      findings.add(
          PATTERN_NOT_NFC,
          position,
          comparison.operator() + " compares in Unicode form NFC, and the string is not in it");
    }
  }

  private void address(ObjectPath path, int position) {
    if (!Networks.mayBeAddress(path)) {
      findings.add(
          PATTERN_SET_PATH, position, "sets are compared for the value of ipv4-addr or ipv6-addr");
    }
  }

  private void comparable(Comparison comparison, int position) {
    var subject = Subject.of(comparison.path(), "");
    var kind = ObservableTypes.kind(subject.type(), subject.path()).orElse(Kind.STRUCTURE);
    if (!comparison.constants().stream().allMatch(constant -> comparable(constant, kind))) {
      findings.add(
          PATTERN_CONSTANT_TYPE,
          position,
          "the property has another type than the constant: never equal");
    }
  }

  private static boolean comparable(Constant constant, Kind kind) {
    return switch (kind) {
      case TEXT, OCTETS ->
          constant instanceof Text
              || constant instanceof Constant.Hex
              || constant instanceof Constant.Binary;
      case NUMBER -> constant instanceof Constant.Whole || constant instanceof Constant.Fraction;
      case TRUTH -> constant instanceof Constant.Truth;
      case TIME -> constant instanceof Constant.Timestamp;
      case STRUCTURE -> true;
    };
  }
}
