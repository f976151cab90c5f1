package org.entente.kit.cli;

import static org.entente.kit.cli.KitRun.OBJECTS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.kit.cli.TestExchange.Reply;
import org.entente.kit.cli.TestExchange.Request;

/**
 * A collection as the exchange serves it: pages of two, each object with its own, rising time, and
 * a {@code next} that names a position and is forgotten when a test wants.
 */
final class TestCollection {

  private final TestLog log;
  private final List<String> objects = new ArrayList<>();
  final Deque<Reply> troubles = new ArrayDeque<>();
  private int firstKnownNext;

  TestCollection(KitRun kit) {
    log = kit.log;
    kit.exchange.respond(OBJECTS, this::page);
  }

  synchronized TestCollection add(int from, int to) {
    IntStream.rangeClosed(from, to).mapToObj(TestCollection::object).forEach(objects::add);
    return this;
  }

  /** As a producer spells it, over two lines. */
  static String object(int n) {
    return "{\n \"type\":\"x\",\"id\":\"x--00000000-0000-4000-8000-%012d\" }".formatted(n);
  }

  /** Every {@code next} given so far is refused from now on. */
  synchronized void forgetNexts() {
    firstKnownNext = objects.size() + 1;
  }

  private static String time(int position) {
    return "2026-11-25T00:00:00.%06dZ".formatted(position + 1);
  }

  private synchronized Reply page(Request request) {
    if (!troubles.isEmpty()) {
      return troubles.pop();
    }
    Map<String, String> query = query(request.uri());
    int from = 0;
    if (query.containsKey("next")) {
      from = Integer.parseInt(query.getOrDefault("next", ""));
      if (from < firstKnownNext) {
        return new Reply(400, "", "{\"error_code\":\"QUERY_INVALID\"}");
      }
    } else {
      String after = query.getOrDefault("added_after", "").replace("%3A", ":");
      while (from < objects.size() && time(from).compareTo(after) <= 0) {
        from++;
      }
    }
    return page(from, Math.min(from + 2, objects.size()));
  }

  private Reply page(int from, int to) {
    boolean more = to < objects.size();
    String next = more ? "\"more\":true,\"next\":\"" + to + "\"," : "";
    String body = "{" + next + "\"objects\":[" + String.join(",", objects.subList(from, to)) + "]}";
    Map<String, String> dates =
        from == to ? Map.of() : Map.of("X-TAXII-Date-Added-Last", time(to - 1));
    return new Reply(200, log.append("{}"), from == to ? "{}" : body, dates);
  }

  private static Map<String, String> query(String uri) {
    Map<String, String> query = new HashMap<>();
    for (String pair : uri.substring(uri.indexOf('?') + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        query.put(parts[0], parts[1]);
      }
    }
    return query;
  }
}
