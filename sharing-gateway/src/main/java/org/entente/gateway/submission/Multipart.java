package org.entente.gateway.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/**
 * Cuts a multipart/form-data body (RFC 7578, framing of RFC 2046 section 5.1.1) into its parts
 * without changing a byte and without files. Strict: no preamble, no epilogue, no transfer
 * encodings, at most two parts.
 */
final class Multipart {

  private static final int MOST_PARTS = 2;

  /** Characters of what names a boundary or a part: expressions over it stay cheap. */
  private static final int LONGEST_FIELD = 500;

  private static final byte[] LINE = "\r\n".getBytes(US_ASCII);
  private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(US_ASCII);
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i).*;\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))\\s*(?:;.*)?");
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)form-data\\s*;(?:.*;)?\\s*name=(?:\"([^\"]*)\"|([^\\s;\"]+))\\s*(?:;.*)?");

  private final byte[] bytes;
  private final byte[] delimiter;
  private int position;

  private Multipart(byte[] bytes, String boundary) {
    this.bytes = bytes;
    this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
  }

  /** One part: its name, its media type if it states one, its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Megabytes on their way through; never compared.
  record Part(String name, Optional<String> contentType, byte[] content) {}

  /** The parts of this body in order, or MULTIPART_INVALID. */
  static List<Part> parts(byte[] bytes, String contentType) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (contentType.length() > LONGEST_FIELD || !boundary.matches()) {
      throw invalid("The Content-Type names no boundary, or is too long.");
    }
    return new Multipart(bytes, either(boundary)).parts();
  }

  private List<Part> parts() {
    // The first delimiter stands at the very beginning, where its line break is left out.
    byte[] first = Arrays.copyOfRange(delimiter, LINE.length, delimiter.length);
    if (!startsWith(first, 0)) {
      throw invalid("The body does not begin with its boundary.");
    }
    position = first.length;
    List<Part> parts = new ArrayList<>();
    while (!atEnd()) {
      if (parts.size() == MOST_PARTS) {
        throw invalid("Send two parts, not more.");
      }
      parts.add(part());
    }
    return parts;
  }

  /** After a delimiter: two hyphens and at most a line break end the body. */
  private boolean atEnd() {
    if (!startsWith("--".getBytes(US_ASCII), position)) {
      if (!startsWith(LINE, position)) {
        throw invalid("A boundary is not on a line of its own.");
      }
      return false;
    }
    int rest = bytes.length - position - 2;
    if (rest != 0 && !(rest == LINE.length && startsWith(LINE, position + 2))) {
      throw invalid("Something follows the last part.");
    }
    return true;
  }

  private Part part() {
    int headersEnd = find(BLANK_LINE, position);
    int start = headersEnd + BLANK_LINE.length;
    int end = find(delimiter, start);
    String headers =
        new String(bytes, position, headersEnd - position, ISO_8859_1).replaceFirst("^\r\n", "");
    position = end + delimiter.length;
    return part(headers, Arrays.copyOfRange(bytes, start, end));
  }

  private static Part part(String headers, byte[] content) {
    Optional<String> name = Optional.empty();
    Optional<String> type = Optional.empty();
    for (String line : headers.split("\r\n", -1)) {
      String[] field = line.split(":", 2);
      String value = field.length == 2 ? field[1].strip() : "";
      switch (field[0].toLowerCase(Locale.ROOT)) {
        case "content-disposition" -> name = Optional.of(name(value));
        case "content-type" -> type = Optional.of(value);
        case "content-length" -> {}
        default -> throw invalid("A part has a header field that is not accepted.");
      }
    }
    return new Part(
        name.orElseThrow(() -> invalid("A part has no Content-Disposition.")), type, content);
  }

  private static String name(String disposition) {
    Matcher name = NAME.matcher(disposition);
    if (disposition.length() > LONGEST_FIELD || !name.matches()) {
      throw invalid("A part has no name, or too long a header.");
    }
    return either(name);
  }

  private static String either(Matcher match) {
    String quoted = match.group(1);
    return quoted == null ? match.group(2) : quoted;
  }

  private boolean startsWith(byte[] wanted, int at) {
    return at + wanted.length <= bytes.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private int find(byte[] wanted, int from) {
    for (int at = from; at <= bytes.length - wanted.length; at++) {
      if (bytes[at] == wanted[0] && startsWith(wanted, at)) {
        return at;
      }
    }
    throw invalid("The body ends in the middle of a part.");
  }

  private static Refused invalid(String detail) {
    return new Refused(Code.MULTIPART_INVALID, detail);
  }
}
