package org.entente.indicator.submission;

import org.entente.indicator.admission.Admitted;
import org.entente.indicator.admission.Origin;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.bytes.Line;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.envelope.Envelope;

/// How far a submission came. From every state the same steps lead to the end.
sealed interface Progress {
  /// The evidence is stored; nothing is visible.
  ///
  /// @param record what the log will hold of it
  record Received(Origin origin, Established established, Line record, Envelope envelope)
      implements Progress {}

  /// Objects are stored and released; the outcome may be missing in the log.
  record Decided(Admitted admitted) implements Progress {}

  /// Everything is in the log.
  record Done(Receipt receipt, Slice status) implements Progress {}
}
