package org.entente.indicator.submission;

import java.util.Locale;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Trait;

/// What a signed body is.
enum Kind {
  /// An envelope: objects are added.
  OBJECTS(202, Operation.ADD_OBJECTS, Operation.ADD_OBJECTS_REPEATED),
  /// Later acts.
  ACTS(202, Operation.ACT, Operation.ACT_REPEATED),
  /// The URL of an object to be deleted.
  DELETION(200, Operation.DELETE_OBJECT, Operation.DELETE_OBJECT_REPEATED);

  private final int status;
  private final Operation operation;
  private final Operation repeated;

  Kind(int status, Operation operation, Operation repeated) {
    this.status = status;
    this.operation = operation;
    this.repeated = repeated;
  }

  /// HTTP status of its answer.
  int status() {
    return status;
  }

  /// What is recorded before anything happens.
  Operation operation() {
    return operation;
  }

  /// What is recorded when it is sent once more.
  Operation repeated() {
    return repeated;
  }

  /// Its name in the store.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /// The actor as records name it: the path of a deletion holds the id of an object that not
  /// everybody who reads the log may hear of.
  Actor recorded(Actor actor) {
    return this == DELETION ? actor.without(Trait.PATH) : actor;
  }
}
