package org.entente.stix.marking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.stix.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// Reads the terms out of objects (STIX 2.1 §7.2). Whoever reads less than was written releases too
/// much, so what is not understood is [Terms#unknown]. Never fails: shapes are the validator's.
public final class TermsReader {
  private static final String STATEMENT = "statement";
  private static final Set<String> UNDERSTOOD =
      Set.of(Tlp.EXTENSION, Pap.EXTENSION, Releasability.EXTENSION);

  private TermsReader() {}

  /// What an object says. The fixed definitions of TLP are everybody's. Any other
  /// marking-definition is bound by what it asks of others: who may not see an object under it need
  /// not learn that there is such a marking.
  public static Markings markings(JsonObject object) {
    if (object.text("id").flatMap(Tlp::ofMarking).isPresent()) {
      return new Markings(Terms.of(Tlp.CLEAR), List.of());
    }
    List<String> references = references(object);
    Terms own = isDefinition(object) ? definition(object) : extensions(object.object("extensions"));
    Terms said =
        references.stream()
            .flatMap(id -> Tlp.ofMarking(id).stream())
            .map(Terms::of)
            .reduce(own, Terms::and);
    boolean bare = isDefinition(object) && references.isEmpty() && isOnlyPap(said);
    return new Markings(
        bare ? said.and(Terms.of(Tlp.CLEAR)) : said,
        references.stream().filter(id -> Tlp.ofMarking(id).isEmpty()).toList());
  }

  /// PAP's fixed definitions carry no marking of their own and cannot be given one.
  private static boolean isOnlyPap(Terms said) {
    return said.pap().map(Terms::of).filter(said::equals).isPresent();
  }

  private static List<String> references(JsonObject object) {
    var granular =
        object.elements("granular_markings").stream()
            .filter(JsonObject.class::isInstance)
            .flatMap(marking -> ((JsonObject) marking).text("marking_ref").stream());
    return Stream.concat(object.texts("object_marking_refs").stream(), granular)
        .distinct()
        .toList();
  }

  /// Whether it is a marking-definition.
  public static boolean isDefinition(JsonObject object) {
    return object.text("type").filter("marking-definition"::equals).isPresent();
  }

  /// What a marking-definition asks of every object that refers to it. A statement restricts
  /// nobody; a kind of marking nobody here knows might.
  public static Terms definition(JsonObject definition) {
    String id = definition.text("id").orElse("-");
    Terms old =
        switch (definition.text("definition_type").orElse(STATEMENT)) {
          case STATEMENT -> Terms.NONE;
          case "tlp" -> level(definition.object("definition"), "tlp", TermsReader::ofTlp1, id);
          default -> Terms.unknown(id);
        };
    JsonObject extensions = definition.object("extensions");
    if (extensions == null) {
      return old;
    }
    boolean foreign = !UNDERSTOOD.containsAll(extensions.names());
    Terms said = extensions(extensions).and(tlp(extensions, id));
    return old.and(foreign ? said.and(Terms.unknown(id)) : said);
  }

  private static Optional<Tlp> ofTlp1(String word) {
    String label = word.toLowerCase(Locale.ROOT);
    return Tlp.ofLabel(label.equals("white") ? "clear" : label);
  }

  private static Terms tlp(JsonObject extensions, String id) {
    return extensions.has(Tlp.EXTENSION)
        ? level(extensions.object(Tlp.EXTENSION), "tlp_2_0", Tlp::ofLabel, id)
        : Terms.NONE;
  }

  private static Terms level(
      @Nullable JsonObject where,
      String property,
      Function<String, Optional<Tlp>> read,
      String marking) {
    Optional<String> word = where == null ? Optional.empty() : where.text(property);
    return word.flatMap(read).map(Terms::of).orElseGet(() -> Terms.unknown(marking));
  }

  /// PAP and releasability, wherever they stand.
  private static Terms extensions(@Nullable JsonObject extensions) {
    if (extensions == null) {
      return Terms.NONE;
    }
    Terms pap = extensions.has(Pap.EXTENSION) ? pap(extensions) : Terms.NONE;
    return extensions.has(Releasability.EXTENSION)
        ? pap.and(ReleasabilityReader.read(extensions.object(Releasability.EXTENSION)))
        : pap;
  }

  /// An axis of its own that decides nothing: an unknown word there withholds nothing either.
  private static Terms pap(JsonObject extensions) {
    JsonObject pap = extensions.object(Pap.EXTENSION);
    Optional<String> word = pap == null ? Optional.empty() : pap.text("pap");
    return word.flatMap(Pap::ofLabel).map(Terms::of).orElse(Terms.NONE);
  }
}
