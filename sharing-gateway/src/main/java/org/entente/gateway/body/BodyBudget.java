package org.entente.gateway.body;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.entente.gateway.partner.ExchangeConfig;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/**
 * How many bytes of bodies are in memory at once, of all partners and of each: a partner that sends
 * much leaves room for the others, and all together do not exhaust the heap. Thread-safe; nobody
 * waits here.
 */
@Startup
@ApplicationScoped
public class BodyBudget {

  /** What the parts of a multipart body may take besides the envelope: a manifest and headers. */
  public static final int MULTIPART_EXTRA = 68 * 1024;

  /** What a submission takes besides its body: it bounds how many small ones are in the house. */
  static final long BESIDES = 64L * 1024;

  private final long most;
  private final long mostPerPartner;
  private final Map<String, Long> byPartner = new HashMap<>();
  private long all;

  @Inject
  BodyBudget(ExchangeConfig config, MeterRegistry registry) {
    this(config.bodies().most(), config.bodies().mostPerPartner());
    long largest = config.maxContentLength() + MULTIPART_EXTRA + BESIDES;
    if (mostPerPartner < largest || most < mostPerPartner) {
      throw new IllegalArgumentException(
          "entente.bodies.most-per-partner must be at least %d, entente.bodies.most at least that"
              .formatted(largest));
    }
    Gauge.builder("gateway.bodies.held", this, BodyBudget::held)
        .description("Memory set aside for bodies on their way through")
        .baseUnit("bytes")
        .register(registry);
  }

  BodyBudget(long most, long mostPerPartner) {
    this.most = most;
    this.mostPerPartner = mostPerPartner;
  }

  /** Bytes set aside until they are given back. */
  public interface Share extends AutoCloseable {
    @Override
    void close();
  }

  /** Sets this much aside for a body of this partner, or refuses it with LIMIT_BUSY. */
  public synchronized Share take(String partner, long bytes) {
    long share = bytes + BESIDES;
    long held = byPartner.getOrDefault(partner, 0L);
    if (held + share > mostPerPartner) {
      throw busy("Your other submissions must be done first; try again later.");
    }
    if (all + share > most) {
      throw busy("Too many submissions are on their way; try again later.");
    }
    hold(partner, share);
    return () -> hold(partner, -share);
  }

  private synchronized void hold(String partner, long bytes) {
    byPartner.merge(partner, bytes, Long::sum);
    all += bytes;
  }

  private synchronized long held() {
    return all;
  }

  private static Refused busy(String detail) {
    return new Refused(Code.LIMIT_BUSY, detail);
  }
}
