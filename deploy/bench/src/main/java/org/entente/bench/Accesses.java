package org.entente.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/**
 * The accesses a log is filled with. Each names two objects; one of fifty names the same one, and
 * each other object is named about twenty times, all over the log. Every second access is one
 * client's, the rest are spread over thousands.
 *
 * @param number of all
 */
record Accesses(long number) {

  /** Who is in every second one. */
  static final String BUSY = "eu-desk";

  /** What every fiftieth names. */
  static final String SEEN = "indicator--00000000-0000-4000-8000-000000000001";

  private static final int SEEN_EVERY = 50;
  private static final int NAMED_FIRST = 10;
  private static final int OTHERS = 5000;

  /** An object that about twenty entries name. */
  String usual() {
    return object(ThreadLocalRandom.current().nextLong(objects()));
  }

  /** So many of them in a row, from this one on. */
  List<String> records(long from, int many) {
    return LongStream.range(from, from + many).mapToObj(this::record).toList();
  }

  private String record(long i) {
    String actor = i % 2 == 0 ? BUSY : "eu-" + i % OTHERS;
    String first = i % SEEN_EVERY == 0 ? SEEN : object(i % objects());
    return AuditAppends.record(actor, List.of(first, object((i + 1) % objects())));
  }

  private long objects() {
    return number / NAMED_FIRST;
  }

  private static String object(long i) {
    return "indicator--" + UUID.nameUUIDFromBytes(Long.toString(i).getBytes(UTF_8));
  }
}
