package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.entente.indicator.audit.AccessEntry;
import org.entente.indicator.audit.Outcome;
import org.entente.indicator.audit.Recorder;
import org.entente.indicator.call.Call;

/// Records that a finished submission was sent once more and answered as before.
@Singleton
final class Repetitions {
  private final Recorder recorder;
  private final Clock clock;

  Repetitions(Recorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  void record(Call call, Kind kind) {
    recorder.record(
        new AccessEntry(
            call.actor().request(),
            clock.instant(),
            kind.repeated(),
            kind.recorded(call.actor()),
            new Outcome.Allowed(kind.status()),
            AccessEntry.UNTOLD,
            call.facts(),
            List.of()));
  }
}
