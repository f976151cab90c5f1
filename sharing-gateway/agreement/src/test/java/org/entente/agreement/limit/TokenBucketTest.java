package org.entente.agreement.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TokenBucketTest {

  private static final long SECOND = 1_000_000_000L;

  @Property
  void it_says_what_exact_arithmetic_says(
      @ForAll @IntRange(min = 1, max = 1_000_000) int rate,
      @ForAll @IntRange(min = 1, max = 1_000_000) int burst,
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = Long.MAX_VALUE / 128) Long> pauses,
      @ForAll @IntRange(min = 0, max = 2_000_000) int tokens) {
    var bucket = new TokenBucket(rate, burst, 0);
    var reference = new Reference(rate, burst);
    long now = 0;
    for (long pause : pauses) {
      now += pause;
      bucket.take(tokens, now);
      reference.take(tokens, now);
      assertEquals(reference.untilToken(), bucket.untilToken(now));
    }
  }

  @Property
  void small_pauses_add_up(
      @ForAll @IntRange(min = 1, max = 1_000_000) int rate,
      @ForAll @IntRange(min = 1, max = 50) int burst,
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 3_000_000) Long> pauses) {
    var bucket = new TokenBucket(rate, burst, 0);
    long now = 0;
    long taken = 0;
    for (long pause : pauses) {
      now += pause;
      if (bucket.untilToken(now) == 0) {
        bucket.take(1, now);
        taken++;
      }
    }
    BigInteger allowed =
        BigInteger.valueOf(now)
            .multiply(BigInteger.valueOf(rate))
            .divide(BigInteger.valueOf(SECOND))
            .add(BigInteger.valueOf(burst));
    assertTrue(BigInteger.valueOf(taken).compareTo(allowed) <= 0, taken + " of " + allowed);
  }

  @Property
  void who_waits_as_long_as_told_is_let_in_and_who_comes_sooner_is_not(
      @ForAll @IntRange(min = 1, max = 1_000_000) int rate,
      @ForAll @IntRange(min = 1, max = 1_000) int burst,
      @ForAll @IntRange(min = 1_000, max = 10_000) int tokens,
      @ForAll @LongRange(min = 0, max = SECOND) long then) {
    var bucket = new TokenBucket(rate, burst, 0);
    bucket.take(tokens, then);

    long wait = bucket.untilToken(then);

    assertTrue(wait <= Math.ceilDiv((burst + 1) * SECOND, rate), () -> "waits " + wait);
    assertEquals(1, bucket.untilToken(then + wait - 1));
    assertEquals(0, bucket.untilToken(then + wait));
  }

  @Property
  void a_clock_that_steps_back_brings_nothing(
      @ForAll @IntRange(min = 1, max = 100) int rate, @ForAll @LongRange(max = SECOND) long back) {
    var bucket = new TokenBucket(rate, 1, SECOND);
    bucket.take(1, SECOND);
    long wait = bucket.untilToken(SECOND);

    assertEquals(wait, bucket.untilToken(SECOND - Math.abs(back)));
    assertEquals(0, bucket.untilToken(SECOND + wait));
  }

  /** The definition, without a thought for overflow: parts of a token as unbounded integers. */
  private static final class Reference {

    private static final BigInteger TOKEN = BigInteger.valueOf(SECOND);

    private final BigInteger rate;
    private final BigInteger full;
    private BigInteger level;
    private long seen;

    Reference(int rate, int burst) {
      this.rate = BigInteger.valueOf(rate);
      this.full = TOKEN.multiply(BigInteger.valueOf(burst));
      this.level = full;
    }

    void take(int tokens, long now) {
      level = level.add(rate.multiply(BigInteger.valueOf(now - seen))).min(full);
      seen = now;
      level = level.subtract(TOKEN.multiply(BigInteger.valueOf(tokens))).max(full.negate());
    }

    long untilToken() {
      BigInteger missing = TOKEN.subtract(level);
      return missing.signum() <= 0
          ? 0
          : missing.add(rate).subtract(BigInteger.ONE).divide(rate).longValueExact();
    }
  }
}
