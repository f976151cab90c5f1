package org.entente.audit.limit;

import java.util.Optional;
import org.entente.agreement.limit.Limited;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;

/** More comes of one client, of one party or of strangers than may: the same again later. */
public final class LimitReached extends Refusal {

  private final long seconds;

  /** With the seconds after which there is room, as far as that is known. */
  public LimitReached(Limited limited) {
    super(
        RefusalCode.RATE_LIMITED,
        "more comes than is let in (" + limited.limit() + "); send the same again later");
    this.seconds = limited.seconds();
  }

  @Override
  public Optional<String> retryAfter() {
    return Optional.of(Long.toString(seconds));
  }
}
