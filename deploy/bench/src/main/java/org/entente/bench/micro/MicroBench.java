package org.entente.bench.micro;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package. Arguments: parts of their names; none means all. */
public final class MicroBench {

  private MicroBench() {}

  /**
   * One fork, three seconds of warm-up, three of measuring: enough to see a factor, not a percent.
   */
  public static void main(String[] arguments) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            .timeUnit(TimeUnit.SECONDS)
            .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
    for (String argument : arguments) {
      options = options.include(argument);
    }
    new Runner(options.build()).run();
  }
}
