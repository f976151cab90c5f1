package org.entente.agreement;

/**
 * Something wrong in the file, and where.
 *
 * @param line of the file, from 1
 * @param column in the line, from 1
 * @param pointer JSON pointer (RFC 6901), empty for the whole file
 * @param problem what is wrong and what is allowed
 */
public record Fault(int line, int column, String pointer, String problem)
    implements Comparable<Fault> {

  /** In the order of the file. */
  @Override
  public int compareTo(Fault other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code 12:5 /parties/kr/tls: what is wrong}. */
  @Override
  public String toString() {
    return line + ":" + column + " " + (pointer.isEmpty() ? "" : pointer + ": ") + problem;
  }
}
