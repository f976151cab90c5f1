package org.entente.indicator.lookup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.audit.Resource;
import org.entente.indicator.lookup.Findings.Finding;
import org.entente.indicator.warning.Warning;
import org.entente.indicator.warning.WarningLists;
import org.entente.stix.observable.Guess;
import org.entente.stix.observable.Note;
import org.jspecify.annotations.Nullable;

/// Writes the answer to a look-up: one line of JSON for each value, in the order of the questions.
/// The first line has a salt, so that nobody can find out what was asked by guessing: the record of
/// the access holds the answer's digest for ever, and joint auditors of every party read it.
final class AnswerWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
  private final Set<Resource> resources = new LinkedHashSet<>();
  private final JsonGenerator json;
  private final StatementWriter statements;
  private final WarningLists lists;
  private final UUID salt;
  private Definitions definitions = Definitions.NONE;

  AnswerWriter(WarningLists lists, long at, UUID salt) {
    this.lists = lists;
    this.salt = salt;
    try {
      json = JSON.createGenerator(out);
      json.setRootValueSeparator(null);
    } catch (IOException e) {
      throw inMemory(e);
    }
    statements = new StatementWriter(json, at);
  }

  /// Bytes so far.
  int size() {
    return out.size();
  }

  /// The bytes; nothing can be added any more.
  byte[] bytes() {
    try {
      json.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
    return out.toByteArray();
  }

  /// What the bytes tell of.
  List<Resource> resources() {
    return List.copyOf(resources);
  }

  /// Adds the answers for some values. What does not fit is told so, except the first value, so
  /// that asking for fewer always leads on.
  void add(Probes probes, Hits hits) {
    List<List<Hit>> byProbe = hits.byProbe(probes.size());
    definitions = hits.definitions();
    for (Probes.Asked asked : probes.asked()) {
      boolean whole =
          asked.probes().stream().allMatch(probe -> probes.number(probe) < hits.complete());
      boolean fits = whole || (out.size() == 0 && !hits.hits().isEmpty());
      line(asked.reading(), fits ? Findings.of(asked, probes, byProbe).cut(!whole) : null);
    }
  }

  private void line(Reading reading, @Nullable Findings findings) {
    try {
      json.writeStartObject();
      if (out.size() == 0) {
        json.writeStringField("salt", salt.toString());
      }
      switch (reading) {
        case Reading.Refused refused -> refused(refused);
        case Reading.Understood understood -> understood(understood, findings);
      }
      json.writeEndObject();
      json.writeRaw('\n');
      json.flush();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private void refused(Reading.Refused refused) throws IOException {
    if (refused.asked().isPresent()) {
      json.writeStringField("asked", refused.asked().get());
    } else {
      json.writeNullField("asked");
    }
    error(refused.code(), refused.detail());
  }

  private void error(String code, String detail) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("code", code);
    json.writeStringField("detail", detail);
    json.writeEndObject();
  }

  private void understood(Reading.Understood understood, @Nullable Findings findings)
      throws IOException {
    json.writeStringField("asked", understood.asked());
    if (findings == null) {
      error("LIMIT_ANSWER", "the answer is full; ask for this value again, with fewer others");
      return;
    }
    readAs(understood.guesses());
    notes(understood.notes());
    json.writeArrayFieldStart("statements");
    statements(findings.statements());
    json.writeEndArray();
    if (!findings.sameKey().isEmpty()) {
      json.writeArrayFieldStart("same_key");
      statements(findings.sameKey());
      json.writeEndArray();
    }
    if (findings.more()) {
      json.writeBooleanField("more", true);
    }
  }

  private void statements(List<Finding> findings) throws IOException {
    for (Finding finding : findings) {
      Hit.Entry entry = finding.hit().entry();
      resources.add(new Resource(entry.id(), entry.version(), entry.type()));
      List<Warning> warnings = lists.about(finding.probe().guess().key());
      statements.write(finding.hit(), finding.probe().key(), definitions, warnings);
    }
  }

  private void readAs(List<Guess> guesses) throws IOException {
    json.writeArrayFieldStart("read_as");
    for (Guess guess : guesses) {
      json.writeStartObject();
      json.writeStringField("key", guess.key().text());
      json.writeStringField("kind", word(guess.key().kind()));
      json.writeStringField("strength", word(guess.strength()));
      warnings(lists.about(guess.key()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void warnings(List<Warning> warnings) throws IOException {
    if (warnings.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("warning_lists");
    for (Warning warning : warnings) {
      json.writeStartObject();
      json.writeStringField("list", warning.list());
      json.writeStringField("version", warning.version());
      json.writeStringField("category", warning.category());
      json.writeStringField("label", warning.label());
      json.writeStringField("match", warning.match().word());
      json.writeStringField("text", warning.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void notes(Set<Note> notes) throws IOException {
    List<Note> sorted = new ArrayList<>(notes);
    sorted.sort(null);
    if (sorted.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("notes");
    for (Note note : sorted) {
      json.writeStartObject();
      json.writeStringField("code", note.name());
      json.writeStringField("text", note.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("no I/O happens in memory", e);
  }
}
