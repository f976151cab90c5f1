package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An envelope or a bundle: its objects are cut out byte for byte and never rewritten, so that what
 * the producer wrote is what is signed, sent and stored.
 *
 * @param bundle whether the document was a STIX bundle, which TAXII does not take as it is
 * @param objects the objects in order
 */
public record StixInput(boolean bundle, List<StixSlice> objects) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] OPEN = "{\"objects\":[".getBytes(UTF_8);
  private static final byte[] CLOSE = "]}".getBytes(UTF_8);

  /** Copies the list. */
  public StixInput {
    objects = List.copyOf(objects);
  }

  /** Reads a document in UTF-8, or {@link StixUnreadable}. */
  public static StixInput of(byte[] document) {
    boolean bundle = false;
    List<StixSlice> objects = new ArrayList<>();
    boolean read = false;
    try (JsonParser parser = JSON.createParser(utf8(document))) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "The document is no JSON object.");
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("objects")) {
          require(value == JsonToken.START_ARRAY && !read, "The member objects is no one array.");
          read = true;
          objects.addAll(objects(parser, document));
        } else if (name.equals("type") && parser.getText().equals("bundle")) {
          bundle = true;
        } else {
          parser.skipChildren();
        }
      }
      require(parser.nextToken() == null, "Something follows the document.");
      return new StixInput(bundle, objects);
    } catch (IOException e) {
      throw new StixUnreadable("The document is not well-formed JSON.");
    }
  }

  /** The envelope to send: the document itself unless it is a bundle. */
  public byte[] envelope(byte[] document) {
    if (!bundle) {
      return document;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(document.length);
    out.writeBytes(OPEN);
    for (int i = 0; i < objects.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(objects.get(i).bytes());
    }
    out.writeBytes(CLOSE);
    return out.toByteArray();
  }

  /** The parser would guess other encodings, and then knows no places in bytes. */
  private static byte[] utf8(byte[] document) throws CharacterCodingException {
    UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
    require(document.length > 1 && document[0] > 0 && document[1] > 0, "The document is no UTF-8.");
    return document;
  }

  private static List<StixSlice> objects(JsonParser parser, byte[] document) throws IOException {
    List<StixSlice> objects = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken() == JsonToken.START_OBJECT, "objects holds something else.");
      int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
      String id = id(parser);
      int end = Math.toIntExact(parser.currentLocation().getByteOffset());
      objects.add(new StixSlice(id, Arrays.copyOfRange(document, start, end)));
    }
    return objects;
  }

  /** The id of the object the parser stands at; leaves the parser at the object's end. */
  private static String id(JsonParser parser) throws IOException {
    String id = "";
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("id") && value == JsonToken.VALUE_STRING) {
        id = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    return id;
  }

  private static void require(boolean held, String detail) {
    if (!held) {
      throw new StixUnreadable(detail);
    }
  }
}
