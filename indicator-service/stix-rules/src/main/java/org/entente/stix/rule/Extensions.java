package org.entente.stix.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// The `extensions` property (STIX 2.1 §3.10, §7.3, §11.3).
final class Extensions {
  private static final String DEFINITION = "extension-definition--";
  private static final String TOP_LEVEL = "toplevel-property-extension";
  private static final Pattern CUSTOM = Pattern.compile("[a-z0-9-]{0,246}-ext");
  private static final Kind TYPE = Kinds.oneOf(Vocabularies.EXTENSION_TYPE);

  private static final Map<String, PredefinedExtension> PREDEFINED =
      byKey(PredefinedExtensions.ALL.stream());
  private static final Map<String, Shape> KNOWN =
      KnownExtensions.ALL.stream().collect(Collectors.toMap(Shape::name, shape -> shape));

  private Extensions() {}

  private static Map<String, PredefinedExtension> byKey(Stream<PredefinedExtension> all) {
    return all.collect(Collectors.toMap(PredefinedExtension::key, extension -> extension));
  }

  /// What the property may hold in objects of a type.
  static Kind kind(String type) {
    return Kinds.dictionary(
        "extensions",
        (key, check) -> {},
        Kinds.kind("extension", (v, check) -> check(type, v, check)));
  }

  private static void check(String type, Json value, Check check) {
    String key = check.name();
    if (!(value instanceof JsonObject extension)) {
      check.wrong(value, "an object");
      return;
    }
    PredefinedExtension predefined = PREDEFINED.get(key);
    if (predefined != null) {
      predefined(predefined, type, extension, check);
    } else if (key.startsWith(DEFINITION)) {
      defined(key, extension, check);
    } else {
      custom(key, check);
    }
  }

  /// An extension by name alone (§11.3).
  private static void custom(String key, Check check) {
    if (!CUSTOM.matcher(key).matches()) {
      check.report(Rule.STIX_EXTENSION, Check.quoted(key) + " cannot be an extension's key");
    } else if (ObjectTypes.of(check.object()).stixClass() != StixClass.SCO) {
      check.report(Rule.STIX_EXTENSION, "only observables are extended without a definition");
    } else {
      check.report(Rule.STIX_EXTENSION_CUSTOM, Check.quoted(key) + " is nobody's definition");
    }
  }

  private static void predefined(
      PredefinedExtension predefined, String type, JsonObject extension, Check check) {
    if (predefined.type().equals(type)) {
      predefined.shape().check(extension, check);
    } else {
      check.report(Rule.STIX_EXTENSION, "extends " + predefined.type() + ", not " + type);
    }
  }

  private static void defined(String key, JsonObject extension, Check check) {
    if (StixId.parse(key).isEmpty()) {
      check.report(Rule.STIX_EXTENSION, Check.quoted(key) + " is no identifier");
    }
    Json type = extension.get("extension_type");
    if (type == null) {
      check.report(Rule.STIX_EXTENSION, "needs extension_type");
    }
    check.companions().latest(key).ifPresent(definition -> asDefined(definition, extension, check));
    Shape known = KNOWN.get(key);
    if (known != null) {
      known.check(extension, check);
    } else {
      check.report(Rule.STIX_EXTENSION_UNKNOWN, "not known here; kept as it is");
      checkType(type, check);
    }
  }

  /// A definition that came along says in which ways it may be used.
  private static void asDefined(JsonObject definition, JsonObject extension, Check check) {
    List<String> types = definition.texts("extension_types");
    extension
        .text("extension_type")
        .filter(type -> !types.contains(type))
        .ifPresent(type ->
            check.report(
                Rule.STIX_EXTENSION_UNDEFINED,
                "extension_type",
                "its definition is of " + Check.quoted(String.join(", ", types))));
  }

  private static void checkType(@Nullable Json type, Check check) {
    if (type != null) {
      check.enter("extension_type");
      TYPE.check(type, check);
      check.leave();
    }
  }

  /// Whether an extension brings properties at the top of the object.
  static boolean extendTopLevel(JsonObject object) {
    return types(object).anyMatch(TOP_LEVEL::equals);
  }

  /// Whether the definitions of all extensions that bring such properties came along with the
  /// object, list what they bring, and do not list this one.
  static boolean leaveOut(String property, Check check) {
    JsonObject extensions = check.object().object("extensions");
    List<List<String>> listed =
        extensions == null
            ? List.of()
            : extensions.names().stream()
                .filter(key -> isTopLevel(extensions.object(key)))
                .map(key -> check.companions().latest(key))
                .map(found -> found.map(d -> d.texts("extension_properties")).orElse(List.of()))
                .toList();
    return !listed.isEmpty()
        && listed.stream().noneMatch(names -> names.isEmpty() || names.contains(property));
  }

  private static boolean isTopLevel(@Nullable JsonObject extension) {
    return extension != null
        && extension.text("extension_type").filter(TOP_LEVEL::equals).isPresent();
  }

  /// The class of a type an extension defines.
  static Optional<StixClass> newClass(JsonObject object) {
    return types(object).flatMap(type -> newClass(type).stream()).findFirst();
  }

  private static Optional<StixClass> newClass(String extensionType) {
    return switch (extensionType) {
      case "new-sdo" -> Optional.of(StixClass.SDO);
      case "new-sco" -> Optional.of(StixClass.SCO);
      case "new-sro" -> Optional.of(StixClass.SRO);
      default -> Optional.empty();
    };
  }

  private static Stream<String> types(JsonObject object) {
    JsonObject extensions = object.object("extensions");
    return extensions == null
        ? Stream.empty()
        : extensions.names().stream()
            .flatMap(name -> Stream.ofNullable(extensions.object(name)))
            .flatMap(extension -> extension.text("extension_type").stream());
  }
}
