package org.entente.kit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.kit.check.CheckedObject.Counts;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.rule.Companions;
import org.entente.stix.rule.Findings;
import org.entente.stix.rule.SecretScan;
import org.entente.stix.rule.Validator;

/// Looks at objects as their producer wrote them, as many together as one envelope takes. What the
/// exchange holds already (earlier versions, other owners) it cannot know. Not thread-safe.
public final class ObjectCheck {

  private static final int MOST_BYTES = 10 << 20;
  private static final int MOST_OBJECTS = 10_000;

  private final Validator validator;
  private final Versions versions = new Versions();
  private final List<Function<Companions, CheckedObject>> waiting = new ArrayList<>();
  private final List<JsonObject> together = new ArrayList<>();
  private long length;

  /// Judges by this validator's profile.
  public ObjectCheck(Validator validator) {
    this.validator = validator;
  }

  /// Takes the next object.
  ///
  /// @param id to name it by, when it cannot be read
  /// @return those before it, if they fill an envelope
  public List<CheckedObject> add(String id, byte[] bytes) {
    boolean full = length + bytes.length > MOST_BYTES || waiting.size() == MOST_OBJECTS;
    List<CheckedObject> before = full ? finish() : List.of();
    length += bytes.length;
    waiting.add(read(id, bytes));
    return before;
  }

  /// Takes an object that is too long to be looked at.
  public void addTooLong(String id, long length, int most) {
    String text = length + " bytes; at most " + most;
    Remark remark = Remark.error("LIMIT_SIZE", "", "our limit", text);
    waiting.add(_ -> CheckedObject.unreadable(id, remark));
  }

  /// What is wrong with the objects that were taken since, in view of each other.
  public List<CheckedObject> finish() {
    Companions companions = Companions.of(together);
    List<CheckedObject> checked = waiting.stream().map(one -> one.apply(companions)).toList();
    waiting.clear();
    together.clear();
    length = 0;
    return checked;
  }

  private Function<Companions, CheckedObject> read(String id, byte[] bytes) {
    try {
      if (JsonReader.read(bytes) instanceof JsonObject object) {
        together.add(object);
        return companions -> check(id, object, companions);
      }
      return _ -> unreadable(id, "it is no object");
    } catch (JsonRejected e) {
      return _ -> unreadable(id, "at byte " + e.offset() + ": " + e.reason());
    }
  }

  private static CheckedObject unreadable(String id, String text) {
    return CheckedObject.unreadable(id, Remark.error("JSON_INVALID", "", "RFC 7493", text));
  }

  private CheckedObject check(String id, JsonObject object, Companions companions) {
    Findings findings = validator.check(object, companions);
    List<Remark> secrets = SecretScan.of(object).stream().map(ObjectCheck::secret).toList();
    List<Remark> conflicts = versions.add(object).stream().toList();
    List<Remark> addresses = WalletCheck.of(object);
    var remarks = new ArrayList<Remark>(secrets);
    remarks.addAll(conflicts);
    Stream.concat(findings.errorList().stream(), findings.warningList().stream())
        .map(Remark::of)
        .forEach(remarks::add);
    remarks.addAll(addresses);
    int errors = secrets.size() + conflicts.size() + findings.errors();
    return new CheckedObject(
        id,
        remarks,
        new Counts(errors, findings.warnings() + addresses.size()),
        TermsReader.markings(object),
        Optional.of(object).filter(TermsReader::isDefinition).map(TermsReader::definition));
  }

  private static Remark secret(SecretScan.Leak leak) {
    String text = "it has " + leak.kind().text() + ": whoever sees it owns the money";
    return Remark.error("SECRET_FOUND", leak.pointer(), "", text);
  }
}
