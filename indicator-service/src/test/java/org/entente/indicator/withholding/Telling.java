package org.entente.indicator.withholding;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.indicator.taxii.TaxiiTime;

/// All that a reader is told on one side, page by page, with what is each side's own replaced: ids,
/// and dates by their place in a run. Within a run of consecutive microseconds distances stay, so
/// that a gap shows.
final class Telling {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final Pattern OWN =
      Pattern.compile(
          "\"(submission|manifest|body|received_at|index|leaf|salt)\":(\"[^\"]*\"|\\d+)");
  private static final Set<String> ACCIDENTAL = Set.of("audit-receipt", "content-length", "date");
  private static final long RUN = 200;

  private final Side side;
  private final List<String> told = new ArrayList<>();

  Telling(Side side) {
    this.side = side;
  }

  /// Asks everything.
  List<String> tell() {
    side.questions().forEach(this::ask);
    Map<Long, String> places = places();
    return told.stream().map(text -> placed(text, places)).toList();
  }

  private void ask(String question) {
    String next = "";
    do {
      String more = next.isEmpty() ? "" : "&next=" + next;
      HttpResponse<String> answer = side.asker().get(side.reader(), question + more);
      String body = answer.body();
      Matcher matcher = NEXT.matcher(body);
      next = matcher.find() ? matcher.group(1) : "";
      told.add(plain(question) + "\n" + answer.statusCode() + headers(answer) + "\n" + plain(body));
    } while (!next.isEmpty());
  }

  private static String headers(HttpResponse<String> answer) {
    Map<String, String> headers = new TreeMap<>();
    answer
        .headers()
        .map()
        .forEach((name, values) ->
            headers.put(name, ACCIDENTAL.contains(name) ? "" : values.toString()));
    return headers.toString();
  }

  /// The same text on both sides, but for dates.
  private String plain(String text) {
    String plain = NEXT.matcher(text).replaceAll("\"next\":\"…\"");
    plain = OWN.matcher(plain).replaceAll("\"$1\":…");
    for (int number = 0; number < Step.OBJECTS; number++) {
      plain = plain.replace(Thing.id(side.name(), number), "#" + number);
    }
    plain = plain.replaceFirst("/v1/status/[-0-9a-f]+", "/v1/status/…");
    return plain.replace(side.collection(), "collection").replace(side.name(), "side");
  }

  private Map<Long, String> places() {
    Set<Long> dates = new TreeSet<>();
    told.forEach(text ->
        DATE.matcher(text)
            .results()
            .forEach(found -> dates.add(TaxiiTime.parse(found.group()).orElseThrow())));
    Map<Long, String> places = new TreeMap<>();
    int run = 0;
    long start = 0;
    long last = 0;
    for (long date : dates) {
      if (date - last > RUN) {
        run++;
        start = date;
      }
      places.put(date, "run " + run + " + " + (date - start));
      last = date;
    }
    return places;
  }

  private static String placed(String text, Map<Long, String> places) {
    return DATE.matcher(text)
        .replaceAll(found -> places.get(TaxiiTime.parse(found.group()).orElseThrow()));
  }
}
