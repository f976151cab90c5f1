package org.entente.kit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.json.JsonRejected;
import org.entente.stix.marking.Markings;
import org.entente.stix.marking.Terms;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.rule.Finding;
import org.entente.stix.rule.SecretScan;
import org.entente.stix.rule.Validator;

/// One object, judged by itself.
///
/// @param id as it stands there, or `-`
/// @param remarks everything wrong with it, errors first
/// @param errors how many of them are errors
/// @param definition what it asks of objects that refer to it, if it is a marking-definition
public record CheckedObject(
    String id, List<Remark> remarks, int errors, Markings markings, Optional<Terms> definition) {

  public CheckedObject {
    remarks = List.copyOf(remarks);
  }

  /// Something wrong with an object.
  ///
  /// @param code stable; those of `STIX-RULES.md`, `SECRET_FOUND` or `JSON_INVALID`
  /// @param pointer JSON pointer into the object
  public record Remark(boolean error, String code, String pointer, String text) {}

  /// Judges an object as its producer wrote it.
  public static CheckedObject of(String id, byte[] bytes, Validator validator) {
    try {
      return JsonReader.read(bytes) instanceof JsonObject object
          ? of(id, object, validator)
          : unreadable(id, "it is no object");
    } catch (JsonRejected e) {
      return unreadable(id, "at byte " + e.offset() + ": " + e.reason());
    }
  }

  /// An object that is too long to be looked at.
  public static CheckedObject tooLong(String id, long length, int most) {
    return refused(id, "LIMIT_SIZE", length + " bytes; at most " + most);
  }

  private static CheckedObject of(String id, JsonObject object, Validator validator) {
    var remarks = new ArrayList<Remark>();
    SecretScan.of(object)
        .forEach(leak ->
            remarks.add(
                new Remark(true, "SECRET_FOUND", leak.pointer(), "it has " + leak.kind().text())));
    var findings = validator.check(object);
    findings.errorList().forEach(finding -> remarks.add(remark(finding)));
    int errors = remarks.size();
    findings.warningList().forEach(finding -> remarks.add(remark(finding)));
    return new CheckedObject(
        id,
        remarks,
        errors,
        TermsReader.markings(object),
        Optional.of(object).filter(TermsReader::isDefinition).map(TermsReader::definition));
  }

  private static Remark remark(Finding finding) {
    return new Remark(
        finding.isError(),
        finding.ruleId(),
        finding.pointer(),
        finding.message() + " (" + finding.section() + ")");
  }

  private static CheckedObject unreadable(String id, String text) {
    return refused(id, "JSON_INVALID", text);
  }

  private static CheckedObject refused(String id, String code, String text) {
    var remark = new Remark(true, code, "", text);
    var nothing = new Markings(Terms.NONE, List.of());
    return new CheckedObject(id, List.of(remark), 1, nothing, Optional.empty());
  }
}
