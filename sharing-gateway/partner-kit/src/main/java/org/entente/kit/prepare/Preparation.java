package org.entente.kit.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kit.stix.StixUnreadable;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.marking.Tlp;
import org.entente.stix.rule.StixClass;

/// Adds a marking to objects that have none and an author to those that need one. Members are put
/// in before the others; every byte that was there stays, ids above all, since they are somebody
/// else's. Immutable.
///
/// @param tlp for objects without a TLP marking
/// @param producer STIX id of an identity, for objects without `created_by_ref`; empty to add none
public record Preparation(Tlp tlp, Optional<String> producer) {

  /// An object as it goes on.
  ///
  /// @param marked whether a marking was added
  /// @param authored whether an author was added
  @SuppressWarnings("ArrayRecordComponent") // On its way out; never compared.
  public record Prepared(byte[] bytes, boolean marked, boolean authored) {}

  /// Prepares one object, or [StixUnreadable].
  public Prepared apply(String id, byte[] object) {
    JsonObject json = read(id, object);
    boolean mark = !isConstant(json) && TermsReader.markings(json).said().tlp().isEmpty();
    boolean inList = mark && json.has("object_marking_refs");
    boolean author = producer.isPresent() && needsAuthor(json);
    List<String> members = new ArrayList<>();
    if (author) {
      members.add("\"created_by_ref\":\"" + producer.get() + "\"");
    }
    if (mark && !inList) {
      members.add("\"object_marking_refs\":[\"" + tlp.marking() + "\"]");
    }
    byte[] bytes = inList ? inList(object) : object;
    return new Prepared(insert(bytes, 1, String.join(",", members), json.size() > 0), mark, author);
  }

  private static JsonObject read(String id, byte[] object) {
    try {
      if (JsonReader.read(object) instanceof JsonObject json) {
        return json;
      }
    } catch (JsonRejected e) {
      throw new StixUnreadable(id + ", at byte " + e.offset() + ": " + e.reason());
    }
    throw new StixUnreadable(id + " is no object.");
  }

  /// The fixed definitions of TLP are everybody's and stay as they are.
  private static boolean isConstant(JsonObject json) {
    return json.text("id").flatMap(Tlp::ofMarking).isPresent();
  }

  private static boolean needsAuthor(JsonObject json) {
    return !json.has("created_by_ref")
        && switch (StixClass.of(json)) {
          case SDO, SRO -> !json.text("type").filter("identity"::equals).isPresent();
          case SCO, EXTENSION_DEFINITION, LANGUAGE_CONTENT, MARKING_DEFINITION -> false;
        };
  }

  /// Puts the level before the markings that are there already, such as a copyright.
  private byte[] inList(byte[] object) {
    int start = new MarkingList(object).start();
    return insert(object, start, "\"" + tlp.marking() + "\"", true);
  }

  private static byte[] insert(byte[] into, int at, String text, boolean followed) {
    if (text.isEmpty()) {
      return into;
    }
    byte[] inserted = (followed ? text + "," : text).getBytes(UTF_8);
    byte[] result = new byte[into.length + inserted.length];
    System.arraycopy(into, 0, result, 0, at);
    System.arraycopy(inserted, 0, result, at, inserted.length);
    System.arraycopy(into, at, result, at + inserted.length, into.length - at);
    return result;
  }
}
