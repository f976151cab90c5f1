package org.entente.indicator.act;

import java.util.List;
import java.util.stream.Stream;
import org.entente.indicator.audit.Resource;

/// What became of one act.
///
/// @param versions those it was about
/// @param open whether everybody the collection reaches has them, or had them until now
record Done(
    Act act, boolean success, String message, List<Held> versions, List<Move> moves, boolean open) {
  Done {
    versions = List.copyOf(versions);
    moves = List.copyOf(moves);
  }

  static Done failed(Act act, String message) {
    return new Done(act, false, message, List.of(), List.of(), false);
  }

  /// What a record that the whole audience's auditors read may name.
  Stream<Resource> openResources() {
    return open
        ? versions.stream().map(held -> new Resource(held.stixId(), held.ownVersion(), held.type()))
        : Stream.empty();
  }
}
