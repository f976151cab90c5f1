package org.entente.stix.rule;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.address.Secret;
import org.entente.stix.address.Secrets;
import org.entente.stix.json.Json;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonPointer;
import org.entente.stix.json.JsonText;

/// Finds private keys and seed phrases anywhere in an object's texts, names of members included.
/// Whoever sees one owns the money, so that an object with one must be neither stored nor passed
/// on, and what is said of it never repeats it. Not a finding like others: no profile lets it pass.
public final class SecretScan {

  private SecretScan() {}

  /// A place in an object.
  ///
  /// @param pointer JSON pointer to the text, up to the last name that is no secret itself
  public record Leak(String pointer, Secret.Kind kind) {}

  /// Every text with a secret, in order; its first secret counts.
  public static List<Leak> of(JsonObject object) {
    var leaks = new ArrayList<Leak>();
    scan(object, "", leaks);
    return List.copyOf(leaks);
  }

  /// The same of one member of something larger.
  public static List<Leak> of(String name, Json value) {
    var leaks = new ArrayList<Leak>();
    member(name, value, "", leaks);
    return List.copyOf(leaks);
  }

  private static void scan(Json value, String pointer, List<Leak> leaks) {
    switch (value) {
      case JsonText(String text) -> look(text, pointer, leaks);
      case JsonArray array -> elements(array, pointer, leaks);
      case JsonObject object -> members(object, pointer, leaks);
      default -> {}
    }
  }

  private static void elements(JsonArray array, String pointer, List<Leak> leaks) {
    List<Json> elements = array.elements();
    for (int i = 0; i < elements.size(); i++) {
      scan(elements.get(i), JsonPointer.element(pointer, i), leaks);
    }
  }

  private static void members(JsonObject object, String pointer, List<Leak> leaks) {
    for (int i = 0; i < object.size(); i++) {
      member(object.name(i), object.value(i), pointer, leaks);
    }
  }

  private static void member(String name, Json value, String pointer, List<Leak> leaks) {
    int before = leaks.size();
    look(name, pointer, leaks);
    if (leaks.size() == before) {
      scan(value, JsonPointer.member(pointer, name), leaks);
    }
  }

  private static void look(String text, String pointer, List<Leak> leaks) {
    List<Secret> secrets = Secrets.find(text);
    if (!secrets.isEmpty()) {
      leaks.add(new Leak(pointer, secrets.getFirst().kind()));
    }
  }
}
