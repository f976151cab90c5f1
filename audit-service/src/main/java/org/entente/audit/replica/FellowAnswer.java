package org.entente.audit.replica;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import java.io.IOException;
import java.util.List;
import org.entente.audit.refusal.RefusalCode;
import org.entente.audit.sequencer.AppendResult;
import org.entente.audit.sequencer.LogBusy;
import org.entente.audit.sequencer.LogUnavailable;
import org.entente.audit.sequencer.NotLeading;

/** What the replica that was taken for the leader answered. */
record FellowAnswer(int status, Buffer body) {

  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  /**
   * The results, or the refusal as if it were our own.
   *
   * @throws IOException when it is neither
   */
  List<AppendResult> results() throws IOException {
    if (status == OK) {
      return Frames.results(body.getBytes());
    }
    var problem = problem();
    if (problem.equals(RefusalCode.LOG_BUSY.name())) {
      throw new LogBusy();
    }
    if (problem.equals(RefusalCode.LOG_UNAVAILABLE.name()) || status < SERVER_ERROR) {
      throw new LogUnavailable("the leader answered " + status + " " + problem); // again is no use
    }
    throw new NotLeading("the leader answered " + status + " " + problem);
  }

  private String problem() {
    try {
      return body.toJsonObject().getString("code", "");
    } catch (DecodeException | ClassCastException _) {
      return "";
    }
  }
}
