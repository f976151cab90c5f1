package org.entente.stix.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.stix.json.CanonicalJson;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonText;
import org.jspecify.annotations.Nullable;

/// Identifiers made from what they identify (STIX 2.1 §2.9): UUIDv5 over the canonical JSON of the
/// contributing properties. Producers' own identifiers are never changed, but two observables with
/// the same deterministic one are the same thing.
public final class DeterministicId {
  private static final UUID NAMESPACE = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");
  private static final List<String> PREFERRED = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  private DeterministicId() {}

  /// The identifier an observable should have; empty when it is none, or nothing identifies it.
  public static Optional<String> of(JsonObject object) {
    return of(ObjectTypes.of(object), object);
  }

  static Optional<String> of(ObjectType type, JsonObject object) {
    StringBuilder name = new StringBuilder("{");
    for (String property : type.contributing()) {
      Json value = object.get(property);
      if (value != null) {
        name.append(name.length() == 1 ? "" : ",");
        name.append('"').append(property).append("\":").append(contribution(property, value));
      }
    }
    return name.length() == 1
        ? Optional.empty()
        : Optional.of(type.name() + "--" + uuid(name.append('}').toString()));
  }

  private static String contribution(String property, Json value) {
    return property.equals("hashes") && value instanceof JsonObject hashes && hashes.size() > 0
        ? CanonicalJson.of(hashes, List.of(chosen(hashes)))
        : CanonicalJson.of(value);
  }

  /// One hash stands for all; without a preferred one, the first as written.
  private static String chosen(JsonObject hashes) {
    return PREFERRED.stream().filter(hashes::has).findFirst().orElseGet(() -> hashes.name(0));
  }

  /// Whether an identifier is made, as some products make them, from properties of an object that
  /// is no observable. It cannot be told of any UUID, so the known recipes are tried.
  static boolean isBorrowed(StixId id, JsonObject object) {
    return id.version() == 5
        && List.of(
                List.of("name"),
                List.of("identity_class", "name"),
                List.of("pattern"),
                List.of("relationship_type", "source_ref", "target_ref"),
                List.of("relationship_type", "source_ref", "start_time", "target_ref"),
                List.of("relationship_type", "source_ref", "start_time", "stop_time", "target_ref"))
            .stream()
            .anyMatch(recipe ->
                id.uuid().equals(named(object, recipe, false))
                    || id.uuid().equals(named(object, recipe, true)));
  }

  private static @Nullable String named(JsonObject object, List<String> recipe, boolean folded) {
    StringBuilder name = new StringBuilder("{");
    for (String property : recipe) {
      String text = object.text(property).orElse(null);
      if (text == null) {
        return null;
      }
      String value = folded ? text.strip().toLowerCase(java.util.Locale.ROOT) : text;
      name.append(name.length() == 1 ? "" : ",");
      name.append('"').append(property).append("\":").append(CanonicalJson.of(new JsonText(value)));
    }
    return uuid(name.append('}').toString());
  }

  private static String uuid(String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
