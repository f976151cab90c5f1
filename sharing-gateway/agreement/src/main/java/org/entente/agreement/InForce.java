package org.entente.agreement;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agreement that is in force. Work that was begun {@linkplain #throughout under} one ends under
 * it on its thread, whatever takes its place meanwhile. Thread-safe.
 */
public final class InForce {

  private final ScopedValue<Agreement> begunUnder = ScopedValue.newInstance();
  private volatile Agreement latest;

  /** Begins with this one. */
  public InForce(Agreement first) {
    this.latest = first;
  }

  /** The one that this work was begun under, or else the latest. */
  public Agreement now() {
    return begunUnder.isBound() ? begunUnder.get() : latest;
  }

  /** Puts another in its place. */
  public void replace(Agreement next) {
    latest = next;
  }

  /** Does this work under the agreement that is in force now. */
  public <T extends @Nullable Object> T throughout(Supplier<T> work) {
    return ScopedValue.where(begunUnder, now()).call(work::get);
  }

  /** Something made of the agreement, made again when there is another. */
  public <T> Supplier<T> derive(Function<Agreement, T> making) {
    return new Derived<>(this, making);
  }

  private static final class Derived<T> implements Supplier<T> {

    private record Made<T>(Agreement of, T value) {}

    private final InForce agreements;
    private final Function<Agreement, T> making;
    private volatile Made<T> made;

    Derived(InForce agreements, Function<Agreement, T> making) {
      this.agreements = agreements;
      this.making = making;
      this.made = make(agreements.now());
    }

    @Override
    public T get() {
      Agreement now = agreements.now();
      Made<T> known = made;
      if (known.of().digest().equals(now.digest())) {
        return known.value();
      }
      Made<T> another = make(now);
      made = another;
      return another.value();
    }

    private Made<T> make(Agreement agreement) {
      // Whatever else it is made with is of the same agreement.
      return new Made<>(
          agreement,
          ScopedValue.where(agreements.begunUnder, agreement).call(() -> making.apply(agreement)));
    }
  }
}
