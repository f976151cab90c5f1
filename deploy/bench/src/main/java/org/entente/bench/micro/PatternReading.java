package org.entente.bench.micro;

import org.entente.stix.pattern.StixPattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Patterns a second of one core, from text to findings and keys. */
@State(Scope.Benchmark)
public class PatternReading {

  private static final int COMPARISONS = 1500;

  /** What most feeds send, what analysts write, and the most that is read. */
  @Param({"wallet", "sequence", "largest"})
  public String shape = "";

  private String pattern = "";

  /** Every pattern must be clean: what is refused costs less. */
  @Setup
  public void write() {
    pattern =
        switch (shape) {
          case "wallet" ->
              "[cryptocurrency-wallet:value = '0x51E9d833Ecae4E8D9D8Be17300AEE6D3398C135D']";
          case "sequence" ->
              """
              ([file:hashes.MD5 = '79054025255fb1a26e4bc422aef54eb4' AND file:size > 4096]
               FOLLOWEDBY [network-traffic:dst_ref.value = '203.0.113.33'
                 OR domain-name:value IN ('a.example', 'b.example')]) WITHIN 300 SECONDS
              """;
          case "largest" ->
              "[" + "url:value = 'https://a.example/' OR ".repeat(COMPARISONS) + "file:size = 1]";
          default -> throw new IllegalArgumentException(shape);
        };
    if (!StixPattern.parse(pattern).findings().isEmpty()) {
      throw new IllegalStateException("the pattern of the benchmark is not clean");
    }
  }

  @Benchmark
  public StixPattern reading() {
    return StixPattern.parse(pattern);
  }
}
