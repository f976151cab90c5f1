package org.entente.kit.check;

import org.entente.stix.rule.Finding;

/// Something wrong with an object.
///
/// @param error whether the exchange refuses the object for it
/// @param code stable; those of `STIX-RULES.md` and of addresses, `SECRET_FOUND`,
///   `VERSION_CONFLICT`, `JSON_INVALID`
/// @param pointer JSON pointer into the object
/// @param section of STIX 2.1, or of what else demands it; empty when nothing but we do
/// @param text what is wrong
public record Remark(boolean error, String code, String pointer, String section, String text) {

  static Remark error(String code, String pointer, String section, String text) {
    return new Remark(true, code, pointer, section, text);
  }

  static Remark warning(String code, String pointer, String section, String text) {
    return new Remark(false, code, pointer, section, text);
  }

  static Remark of(Finding finding) {
    return new Remark(
        finding.isError(),
        finding.ruleId(),
        finding.pointer(),
        finding.section(),
        finding.message());
  }
}
