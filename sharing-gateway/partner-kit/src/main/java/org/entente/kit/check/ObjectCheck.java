package org.entente.kit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.kit.check.CheckedObject.Counts;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.rule.Findings;
import org.entente.stix.rule.SecretScan;
import org.entente.stix.rule.Validator;

/// Looks at objects as their producer wrote them, one after the other. What the exchange holds
/// already (earlier versions, other owners) it cannot know. Not thread-safe.
public final class ObjectCheck {

  private final Validator validator;
  private final Versions versions = new Versions();

  /// Judges by this validator's profile.
  public ObjectCheck(Validator validator) {
    this.validator = validator;
  }

  /// Looks at the next object.
  ///
  /// @param id to name it by, when it cannot be read
  public CheckedObject check(String id, byte[] bytes) {
    try {
      return JsonReader.read(bytes) instanceof JsonObject object
          ? check(id, object)
          : unreadable(id, "it is no object");
    } catch (JsonRejected e) {
      return unreadable(id, "at byte " + e.offset() + ": " + e.reason());
    }
  }

  /// An object that is too long to be looked at.
  public CheckedObject tooLong(String id, long length, int most) {
    String text = length + " bytes; at most " + most;
    return CheckedObject.unreadable(id, Remark.error("LIMIT_SIZE", "", "our limit", text));
  }

  private static CheckedObject unreadable(String id, String text) {
    return CheckedObject.unreadable(id, Remark.error("JSON_INVALID", "", "RFC 7493", text));
  }

  private CheckedObject check(String id, JsonObject object) {
    Findings findings = validator.check(object);
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
