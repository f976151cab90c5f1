package org.entente.kit.prepare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kit.prepare.Prepared.Added;
import org.entente.stix.json.JsonArray;
import org.entente.stix.json.JsonObject;
import org.entente.stix.marking.Releasability;
import org.entente.stix.marking.TermsReader;
import org.entente.stix.marking.Tlp;
import org.entente.stix.observable.WalletExtension;
import org.entente.stix.rule.StixClass;
import org.jspecify.annotations.Nullable;

/// What one object lacks. Not thread-safe.
final class Additions {

  private static final String MARKINGS = "object_marking_refs";
  private static final String EXTENSIONS = "extensions";

  private final Preparation preparation;
  private final String id;
  private final JsonObject object;
  private final byte[] bytes;
  private final List<String> members = new ArrayList<>();
  private final List<String> extensions = new ArrayList<>();
  private final Set<Added> added = EnumSet.noneOf(Added.class);
  private final Splice splice;
  private @Nullable String open;

  /// @param object what the bytes hold
  Additions(Preparation preparation, String id, JsonObject object, byte[] bytes) {
    this.preparation = preparation;
    this.id = id;
    this.object = object;
    this.bytes = bytes;
    this.splice = new Splice(bytes);
  }

  Prepared prepared() {
    author();
    marking();
    if (!object.has(EXTENSIONS) || object.object(EXTENSIONS) != null) {
      releasability();
      wallet();
      extend();
    }
    splice.insert(object.start() + 1, members, object.size() > 0);
    return new Prepared(splice.bytes(), added, Optional.ofNullable(open));
  }

  private void author() {
    if (preparation.producer().isPresent() && needsAuthor()) {
      members.add("\"created_by_ref\":\"" + preparation.producer().get() + "\"");
      added.add(Added.AUTHOR);
    }
  }

  /// An identity is its own.
  private boolean needsAuthor() {
    return !object.has("created_by_ref")
        && switch (StixClass.of(object)) {
          case SDO, SRO -> !object.text("type").filter("identity"::equals).isPresent();
          case SCO, EXTENSION_DEFINITION, LANGUAGE_CONTENT, MARKING_DEFINITION -> false;
        };
  }

  /// The level goes before the markings that are there, such as a copyright.
  private void marking() {
    if (!needsMarking()) {
      return;
    }
    String level = "\"" + preparation.tlp().marking() + "\"";
    if (object.get(MARKINGS) instanceof JsonArray marked) {
      int start = MarkingList.start(id, bytes);
      splice.insert(start, List.of(level), !marked.elements().isEmpty());
      added.add(Added.MARKING);
    } else if (!object.has(MARKINGS)) {
      members.add("\"" + MARKINGS + "\":[" + level + "]");
      added.add(Added.MARKING);
    }
  }

  /// A level for some of its properties is none for the object. The fixed definitions of TLP are
  /// everybody's and stay as they are.
  private boolean needsMarking() {
    boolean constant = object.text("id").flatMap(Tlp::ofMarking).isPresent();
    boolean partly = object.has("granular_markings") && !object.has(MARKINGS);
    return !constant && (partly || TermsReader.markings(object).said().tlp().isEmpty());
  }

  /// Not on a definition: it would bind every object that ever refers to it.
  private void releasability() {
    boolean fits =
        switch (StixClass.of(object)) {
          case SDO, SRO, SCO, LANGUAGE_CONTENT -> !extendedBy(Releasability.EXTENSION);
          case EXTENSION_DEFINITION, MARKING_DEFINITION -> false;
        };
    if (fits && preparation.releasability().isPresent()) {
      extensions.add(ExtensionText.of(preparation.releasability().get()));
      added.add(Added.RELEASABILITY);
    }
  }

  private void wallet() {
    boolean fits =
        object.text("type").filter("cryptocurrency-wallet"::equals).isPresent()
            && !extendedBy(WalletExtension.ID);
    Optional<String> value = object.text("value").filter(_ -> fits);
    if (value.isEmpty() || preparation.wallets().isEmpty()) {
      return;
    }
    switch (preparation.wallets().get().read(value.get())) {
      case WalletReading.Outcome.Known(WalletExtension says) -> {
        extensions.add(ExtensionText.of(says));
        added.add(Added.WALLET);
      }
      case WalletReading.Outcome.Open(String reason) -> open = reason;
    }
  }

  private boolean extendedBy(String extension) {
    JsonObject there = object.object(EXTENSIONS);
    return there != null && there.has(extension);
  }

  private void extend() {
    JsonObject there = object.object(EXTENSIONS);
    if (there != null) {
      splice.insert(there.start() + 1, extensions, there.size() > 0);
    } else if (!extensions.isEmpty()) {
      members.add("\"" + EXTENSIONS + "\":{" + String.join(",", extensions) + "}");
    }
  }
}
