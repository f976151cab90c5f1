package org.entente.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.log.EvidenceRejected.Reason;

/// A text and signatures over it (C2SP signed-note v1.0.0). The text must not be used before
/// [#verify(List)] has accepted it.
///
/// @param text what is signed, ending with a line end
/// @param signatures 1 to [#MAX_SIGNATURES] signature lines, in order
public record SignedNote(String text, List<NoteSignature> signatures) {

  /// Longest note we read, in bytes.
  public static final int MAX_BYTES = 512 * 1024;

  /// Most signature lines we read; the standard asks for at least 16.
  public static final int MAX_SIGNATURES = 64;

  /// Most key ids that a refusal names.
  private static final int MAX_TOLD = 8;

  /// Refuses what the standard forbids: see [#parse(byte\[\])].
  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n")) {
      throw refused("the text does not end with a line end");
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw refused("a control character in the text");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw refused(signatures.size() + " signatures");
    }
  }

  /// Reads a note. Every byte matters: [#toByteArray()] returns exactly what was read.
  ///
  /// @throws EvidenceRejected with `NOTE_MALFORMED`
  public static SignedNote parse(byte[] note) {
    String all = new CanonicalText(Reason.NOTE_MALFORMED).utf8(note, MAX_BYTES);
    int blank = all.lastIndexOf("\n\n");
    if (blank < 0 || !all.endsWith("\n") || blank + 2 == all.length()) {
      throw refused("no signatures after a blank line");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : all.substring(blank + 2, all.length() - 1).split("\n", -1)) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(all.substring(0, blank + 1), signatures);
  }

  /// Verifies the signatures of known keys; lines of other keys are ignored.
  ///
  /// @param known keys we trust, no two with the same name and id
  /// @return the keys that signed, at least one
  /// @throws EvidenceRejected with `SIGNATURE_INVALID` when a line of a known key does not verify,
  ///   `SIGNATURE_MISSING` when there is no line of a known key
  public SequencedSet<VerifierKey> verify(List<VerifierKey> known) {
    SequencedSet<VerifierKey> signers = new LinkedHashSet<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : known) {
        if (key.isNamedBy(signature)) {
          key.verify(text, signature);
          signers.add(key);
        }
      }
    }
    if (signers.isEmpty()) {
      throw missing("no signature of a trusted key", known);
    }
    return signers;
  }

  /// That none of these keys signed, and which did under their name instead: whoever trusts them
  /// may have missed that they were changed. Of what the note says only key ids are told.
  EvidenceRejected missing(String what, List<VerifierKey> known) {
    Set<String> names = known.stream().map(VerifierKey::name).collect(Collectors.toSet());
    Set<String> trusted = known.stream().map(VerifierKey::idHex).collect(toOrdered());
    Set<String> others =
        signatures.stream()
            .filter(line -> names.contains(line.name()))
            .map(line -> HexFormat.of().toHexDigits(line.keyId()))
            .filter(id -> !trusted.contains(id))
            .limit(MAX_TOLD)
            .collect(toOrdered());
    return new EvidenceRejected(
        Reason.SIGNATURE_MISSING,
        others.isEmpty()
            ? what
            : "%s: signed by %s, trusted %s; if the log changed its keys, the policy lacks some (ROTATION.md)"
                .formatted(what, String.join(" ", others), String.join(" ", trusted)));
  }

  private static Collector<String, ?, SequencedSet<String>> toOrdered() {
    return Collectors.toCollection(LinkedHashSet::new);
  }

  /// The line with which this key cosigned the note, verified; empty when there is none. Of several
  /// the one with the earliest time counts.
  ///
  /// @param key of a type with a time
  /// @throws EvidenceRejected with `SIGNATURE_INVALID` when a line of the key does not verify
  public Optional<NoteSignature> cosignature(VerifierKey key) {
    return signatures.stream()
        .filter(key::isNamedBy)
        .map(line -> {
          key.verify(text, line);
          return line;
        })
        .min(Comparator.comparing(NoteSignature::time));
  }

  /// The same note with the lines of these keys only; at least one must be there.
  public SignedNote only(List<VerifierKey> keys) {
    return new SignedNote(
        text,
        signatures.stream()
            .filter(line -> keys.stream().anyMatch(key -> key.isNamedBy(line)))
            .toList());
  }

  /// The same note with more signature lines.
  public SignedNote with(List<NoteSignature> more) {
    return new SignedNote(text, Stream.concat(signatures.stream(), more.stream()).toList());
  }

  /// The note as text: the signed text, a blank line, the signature lines.
  @Override
  public String toString() {
    return signatures.stream()
        .map(signature -> signature.line() + "\n")
        .collect(Collectors.joining("", text + "\n", ""));
  }

  /// The note as it is sent and stored: its text in UTF-8.
  public byte[] toByteArray() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  private static EvidenceRejected refused(String detail) {
    return new EvidenceRejected(Reason.NOTE_MALFORMED, detail);
  }
}
