package org.entente.kit.stix;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The objects of a document of any size, one at a time and byte for byte, in the memory of one.
///
/// A document is JSON objects one after the other. Each with a list `objects` is a bundle or an
/// envelope, and its elements are read; any other is a STIX object itself, as in NDJSON. What is
/// none of these, and what is not UTF-8, is [StixUnreadable]. Not thread-safe.
public final class StixStream implements StixSource, AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  private final Excerpt bytes;
  private final JsonParser parser;

  // The document the parser is in, while it is in one.
  private boolean inObjects;
  private Head head = new Head();

  /// @param longest bytes of an object that is returned whole
  public StixStream(InputStream in, int longest) throws IOException {
    bytes = new Excerpt(in, longest);
    parser = JSON.createParser(bytes);
  }

  @Override
  public Optional<StixPiece> next() throws IOException {
    try {
      Optional<StixPiece> found = Optional.empty();
      while (found.isEmpty() && (inObjects || beginDocument())) {
        found = inObjects ? element() : Optional.of(piece(head.id));
      }
      return found;
    } catch (JsonProcessingException e) {
      long place = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
      throw new StixUnreadable("It is no well-formed JSON near byte " + place + ".");
    }
  }

  /// Goes to the next document's list of objects, or to the end of a document that is an object
  /// itself; false when there is none.
  private boolean beginDocument() throws IOException {
    while (parser.nextToken() != null) {
      require(parser.currentToken() == JsonToken.START_OBJECT, "It holds what is no JSON object.");
      bytes.keepFrom(parser.currentTokenLocation().getByteOffset());
      head = new Head();
      if (readMembers() || head.isObject()) {
        return true;
      }
      bytes.forget();
    }
    return false;
  }

  /// Reads on in a document; true when it comes to its list of objects, false at its end.
  private boolean readMembers() throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("objects") && value == JsonToken.START_ARRAY) {
        require(!head.objects, "A document has the member objects twice.");
        head.objects = true;
        inObjects = true;
        bytes.forget();
        return true;
      }
      head.member(name, value, parser);
    }
    return false;
  }

  private Optional<StixPiece> element() throws IOException {
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      inObjects = false;
      readMembers();
      return Optional.empty();
    }
    require(parser.currentToken() == JsonToken.START_OBJECT, "objects holds what is no object.");
    bytes.keepFrom(parser.currentTokenLocation().getByteOffset());
    Head element = new Head();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      element.member(name, parser.nextToken(), parser);
    }
    return Optional.of(piece(element.id));
  }

  /// The object at whose end the parser stands.
  private StixPiece piece(String id) {
    long end = parser.currentLocation().getByteOffset();
    bytes.forget();
    return bytes.holdsUntil(end)
        ? new StixSlice(id, bytes.until(end))
        : new StixPiece.TooLong(id, bytes.lengthUntil(end));
  }

  /// What the members of an object say about it.
  private static final class Head {
    private String id = "";
    private String type = "";
    private boolean objects;
    private boolean envelope = true;

    void member(String name, JsonToken value, JsonParser parser) throws IOException {
      boolean text = value == JsonToken.VALUE_STRING;
      envelope &= name.equals("more") || name.equals("next");
      if (name.equals("id") && text) {
        id = parser.getText();
      } else if (name.equals("type") && text) {
        type = parser.getText();
      } else {
        parser.skipChildren();
      }
    }

    /// Whether a document without a list of objects is one itself; a page or a bundle may be empty.
    boolean isObject() {
      require(!type.isEmpty() || envelope, "It is no bundle, envelope or STIX object.");
      return !type.isEmpty() && !type.equals("bundle");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static void require(boolean held, String detail) {
    if (!held) {
      throw new StixUnreadable(detail);
    }
  }
}
