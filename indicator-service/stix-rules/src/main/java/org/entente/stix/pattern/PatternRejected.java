package org.entente.stix.pattern;

/// A text that is no STIX pattern, or one larger than we read. Its message never repeats the text.
public final class PatternRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final int position;

  /// Why, in a form that stays the same over releases.
  public enum Code {
    /// More than [Limits#LENGTH] octets of UTF-8.
    PATTERN_LENGTH,
    /// More than [Limits#DEPTH] brackets inside each other.
    PATTERN_DEPTH,
    /// More than [Limits#COMPARISONS] comparisons; every further value of an `IN` counts as one.
    PATTERN_COMPARISONS,
    /// Half a surrogate pair: no Unicode text.
    PATTERN_CHARACTER,
    /// A string that does not end, or a backslash before anything but `'` and `\`.
    PATTERN_STRING,
    /// A property with a hyphen outside of apostrophes.
    PATTERN_QUOTING,
    /// A number with a plus sign, an exponent, a leading zero, or one that runs into a word.
    PATTERN_NUMBER,
    /// White space inside an object path.
    PATTERN_SPACE,
    /// Anything else the grammar does not know.
    PATTERN_SYNTAX
  }

  PatternRejected(Code code, int position, String message) {
    super(message, null, false, false);
    this.code = code;
    this.position = position;
  }

  /// The stable reason.
  public Code code() {
    return code;
  }

  /// Where, as an index into the string; its length when the pattern ends too early.
  public int position() {
    return position;
  }

  /// What is wrong and what would be right, in words that hold nothing of the pattern.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
