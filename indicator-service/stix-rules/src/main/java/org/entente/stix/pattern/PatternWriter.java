package org.entente.stix.pattern;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.stix.pattern.Condition.All;
import org.entente.stix.pattern.Condition.Any;
import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Condition.Exists;
import org.entente.stix.pattern.ObjectPath.Step;
import org.entente.stix.pattern.Observation.Joined;
import org.entente.stix.pattern.Observation.Qualified;
import org.entente.stix.pattern.Observation.Single;

/// Writes patterns so that reading them again gives the same.
final class PatternWriter {

  private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private PatternWriter() {}

  static String write(Observation observation) {
    return switch (observation) {
      case Single(var condition) -> "[" + write(condition) + "]";
      case Qualified(var inner, var qualifiers) ->
          qualifiers.stream()
              .map(PatternWriter::write)
              .collect(Collectors.joining(" ", operand(inner) + " ", ""));
      case Joined(var junction, var operands) ->
          operands.stream()
              .map(operand -> operand instanceof Qualified ? write(operand) : operand(operand))
              .collect(Collectors.joining(" " + junction + " "));
    };
  }

  private static String operand(Observation observation) {
    return observation instanceof Single ? write(observation) : "(" + write(observation) + ")";
  }

  private static String write(Qualifier qualifier) {
    return switch (qualifier) {
      case Qualifier.Repeats(var times) -> "REPEATS " + write(times) + " TIMES";
      case Qualifier.Within(var seconds) -> "WITHIN " + write(seconds) + " SECONDS";
      case Qualifier.StartStop(var start, var stop) ->
          "START " + write(start) + " STOP " + write(stop);
    };
  }

  private static String write(Condition condition) {
    return switch (condition) {
      case All(var conditions) ->
          conditions.stream().map(PatternWriter::operand).collect(Collectors.joining(" AND "));
      case Any(var conditions) ->
          conditions.stream().map(PatternWriter::operand).collect(Collectors.joining(" OR "));
      case Exists(var path, var negated) -> (negated ? "NOT EXISTS " : "EXISTS ") + write(path);
      case Comparison comparison -> write(comparison);
    };
  }

  private static String operand(Condition condition) {
    return switch (condition) {
      case All _, Any _ -> "(" + write(condition) + ")";
      case Exists _, Comparison _ -> write(condition);
    };
  }

  private static String write(Comparison comparison) {
    var constants =
        comparison.constants().stream().map(PatternWriter::write).collect(Collectors.joining(", "));
    return write(comparison.path())
        + (comparison.negated() ? " NOT " : " ")
        + comparison.operator().symbol()
        + (comparison.operator() == Operator.IN ? " (" + constants + ")" : " " + constants);
  }

  private static String write(Constant constant) {
    return switch (constant) {
      case Constant.Text(var value) -> quoted(value);
      case Constant.Whole(var digits) -> digits;
      case Constant.Fraction(var digits) -> digits;
      case Constant.Truth(var value) -> Boolean.toString(value);
      case Constant.Hex(var digits) -> "h'" + digits + "'";
      case Constant.Binary(var base64) -> "b'" + base64 + "'";
      case Constant.Timestamp(var text) -> "t'" + text + "'";
    };
  }

  private static String write(ObjectPath path) {
    var text = new StringBuilder(path.type()).append(':');
    for (int i = 0; i < path.steps().size(); i++) {
      switch (path.steps().get(i)) {
        case Step.Property(var name) -> text.append(i == 0 ? "" : ".").append(name(name));
        case Step.Item(var index) -> text.append('[').append(index).append(']');
        case Step.AnyItem() -> text.append("[*]");
      }
    }
    return text.toString();
  }

  /// In apostrophes unless it is plainly a name.
  private static String name(String name) {
    return BARE.matcher(name).matches() ? name : quoted(name);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
