package org.entente.audit.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entente.audit.disclosure.Disclosure;
import org.entente.audit.disclosure.DisclosureRejected;
import org.entente.audit.disclosure.StoredDisclosures;

/**
 * Reads one access record strictly: one JSON object on one line of valid UTF-8, no duplicate names,
 * no null, integers only, at most {@value #MAX_BYTES} bytes. Streaming; builds no tree.
 * Thread-safe.
 */
public final class RecordParser {

  /** The largest record; leaves must stay below 64 KiB to fit an entry bundle. */
  public static final int MAX_BYTES = 60_000;

  private static final int MAX_DEPTH = 16;

  /** 9999-12-31T23:59:59.999Z, the last time RFC 3339 can say. */
  private static final long LAST_MS = 253_402_300_799_999L;

  /** Elsewhere a list could name one field twice. */
  private static final Set<String> LISTS = Set.of("metadata.profiles", "resources");

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private RecordParser() {}

  /**
   * The record in these bytes, with what its disclosures say.
   *
   * @throws RecordRejected naming the first fault
   * @throws DisclosureRejected when record and disclosures do not belong together
   */
  public static AccessRecord parse(SentRecord sent) {
    var fields = fields(sent.leaf());
    fields.disclose(sent.disclosures());
    return check(fields);
  }

  /**
   * Of the disclosures stored beside a leaf those that are its own; the others say nothing.
   *
   * @param stored each followed by a tilde
   * @param whole whether to those who may read all about the acting party: its client's number too
   * @throws RecordRejected when the leaf is no record
   */
  public static List<Disclosure> fitting(byte[] leaf, String stored, boolean whole) {
    return fields(leaf).personal().fitting(StoredDisclosures.read(stored), whole);
  }

  /** The record in a leaf without its disclosures: what it says for ever. */
  public static AccessRecord leaf(byte[] leaf) {
    var fields = fields(leaf);
    fields.concealRest();
    return check(fields);
  }

  static RecordFields fields(byte[] leaf) {
    if (leaf.length > MAX_BYTES) {
      throw RecordRejected.tooLarge("a record has at most " + MAX_BYTES + " bytes");
    }
    return fields(singleLine(leaf));
  }

  private static CharBuffer singleLine(byte[] bytes) {
    for (var b : bytes) {
      if (b == '\n' || b == '\r') {
        throw RecordRejected.invalid("a record is one line");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw RecordRejected.invalid("not valid UTF-8");
    }
  }

  private static RecordFields fields(CharBuffer text) {
    try (var parser = JSON.createParser(text.array(), text.position(), text.remaining())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw RecordRejected.invalid("a record is a JSON object");
      }
      var fields = new RecordFields();
      readObject(parser, "", fields);
      if (parser.nextToken() != null) {
        throw RecordRejected.invalid("something follows the record");
      }
      return fields;
    } catch (IOException e) {
      // The message quotes the offending input only as a position and a character.
      throw RecordRejected.invalid("not strict JSON");
    }
  }

  private static void readObject(JsonParser parser, String prefix, RecordFields fields)
      throws IOException {
    if (prefix.equals("resources")) {
      fields.resource();
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      if (name.indexOf('.') >= 0) {
        throw RecordRejected.invalid("a name contains a dot, which would forge a path");
      }
      parser.nextToken();
      var path = prefix.isEmpty() ? name : prefix + "." + name;
      if (name.startsWith(PersonalFields.DIGESTS) && !isListOfDigests(parser, path)) {
        throw RecordRejected.invalid(path + ": no digests here");
      }
      readValue(parser, path, fields);
    }
  }

  private static boolean isListOfDigests(JsonParser parser, String path) {
    return PersonalFields.isDigests(path) && parser.currentToken() == JsonToken.START_ARRAY;
  }

  private static void readValue(JsonParser parser, String path, RecordFields fields)
      throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser, path, fields);
      case START_ARRAY -> readArray(parser, path, fields);
      case VALUE_STRING -> fields.text(path, parser.getText());
      case VALUE_NUMBER_INT -> fields.number(path, parser.getLongValue());
      case VALUE_TRUE, VALUE_FALSE -> {}
      case VALUE_NUMBER_FLOAT -> throw RecordRejected.invalid(path + ": integers only");
      case VALUE_NULL -> throw RecordRejected.invalid(path + ": leave it out instead of null");
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value: " + parser.currentToken());
    }
  }

  private static void readArray(JsonParser parser, String path, RecordFields fields)
      throws IOException {
    if (!LISTS.contains(path) && !path.startsWith("exchange.") && !PersonalFields.isDigests(path)) {
      throw RecordRejected.invalid(path + " is not a list");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (PersonalFields.isDigests(path) && parser.currentToken() != JsonToken.VALUE_STRING) {
        throw RecordRejected.invalid(path + " has digests only");
      }
      readValue(parser, path, fields);
    }
  }

  private static AccessRecord check(RecordFields fields) {
    fields.require("metadata.version", "1.8.0");
    fields.require("metadata.product.vendor_name", "Entente");
    fields.uid("metadata.correlation_uid");
    var kind = RecordClass.of(fields);
    fields.number("severity_id");
    if (fields.number("time") <= 0 || fields.number("time") > LAST_MS) {
      throw RecordRejected.invalid("time is before the epoch or after the year 9999");
    }
    if (kind != RecordClass.EVENT_LOG_ACTIVITY) {
      fields.text("src_endpoint.ip");
    }
    return recordOf(kind, fields);
  }

  private static AccessRecord recordOf(RecordClass kind, RecordFields fields) {
    var outcome =
        Outcome.of(
            fields.number("status_id"),
            fields.number("action_id"),
            fields.number("disposition_id"));
    var status = fields.text("status_code");
    var actor = fields.text("actor.user.uid");
    return new AccessRecord(
        kind,
        fields.uid("metadata.uid"),
        fields.number("time"),
        product(kind, fields),
        fields.text("actor.user.org.uid"),
        actor,
        fields.text("api.operation"),
        outcome,
        outcome == Outcome.ALLOWED ? status : fields.text("status_detail"),
        fields.objects(),
        fields.optionalText("exchange.collection"),
        fields.optionalText("exchange.recipient_party"),
        fields.optionalCount(PersonalFields.NUMBER).filter(_ -> !actor.equals(Actor.UNKNOWN)));
  }

  /** What happens to the log itself, and to reviews of it, only the log can say. */
  private static String product(RecordClass kind, RecordFields fields) {
    var product = fields.text("metadata.product.name");
    var operation = fields.text("api.operation");
    var ofTheLog =
        kind != RecordClass.API_ACTIVITY
            || operation.startsWith("log.")
            || operation.startsWith("review.");
    if (ofTheLog && !product.equals(RecordWriter.PRODUCT)) {
      throw RecordRejected.invalid("the log is not for " + product + " to tell of");
    }
    return product;
  }
}
