package org.entente.indicator.lookup;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.refusal.Refusal.LimitBody;
import org.entente.indicator.refusal.Refusal.LookupInvalid;
import org.entente.indicator.taxii.MediaTypes;

/// Answers what is known to the caller about some values. Blocks; thread-safe. The answer is built
/// whole, within bounds, because its record names everything it tells and comes first.
@Singleton
final class LookUp {
  private static final int OK = 200;

  /// Keys of one statement. A value has one to a dozen, an address of the internet those of all the
  /// networks around it.
  private static final int KEYS_AT_ONCE = 10_000;

  private final Collections collections;
  private final PostgresHits hits;
  private final Answers answers;
  private final LookupConfig config;
  private final Clock clock;
  private final UnderWay underWay;

  LookUp(
      Collections collections,
      PostgresHits hits,
      Answers answers,
      LookupConfig config,
      Clock clock) {
    this.collections = collections;
    this.hits = hits;
    this.answers = answers;
    this.config = config;
    this.clock = clock;
    this.underWay = new UnderWay(config.atOnce());
  }

  /// Many values.
  Answer many(Call call, byte[] body) {
    LookupQuery query = LookupQuery.parse(call.query(), clock.instant());
    if (body.length > config.body()) {
      throw new LimitBody("at most " + config.body() + " bytes in one look-up");
    }
    return answer(call, query, Questions.read(body, config.values()));
  }

  /// One value, from the query. The record must not tell it, so the query is told without.
  Answer one(Call call) {
    call.conceal(Fact.QUERY);
    LookupQuery query = LookupQuery.parse(call.query(), clock.instant());
    String options = query.text(call.query().containsKey("at"));
    if (!options.isEmpty()) {
      call.note(Fact.QUERY, options);
    }
    String value = LookupQuery.single(call.query(), "value");
    if (value.isEmpty()) {
      throw new LookupInvalid("ask for a value");
    }
    Question question =
        new Question(
            value,
            LookupQuery.single(call.query(), "chain"),
            LookupQuery.single(call.query(), "type"),
            "");
    return answer(call, query, List.of(question));
  }

  private Answer answer(Call call, LookupQuery query, List<Question> questions) {
    return underWay.within(call.partner(), () -> found(call, query, questions));
  }

  private Answer found(Call call, LookupQuery query, List<Question> questions) {
    AnswerWriter out = answers.begin(query.at());
    Account account = new Account();
    Iterator<Question> left = questions.iterator();
    while (left.hasNext()) {
      Probes probes = next(left, account);
      out.add(probes, find(place(call), query, probes, config.answer() - out.size()));
    }
    account.noteOn(call, questions.size());
    Payload payload = new Payload(OK, MediaTypes.NDJSON, out.bytes(), Map.of());
    return new Answer.Disclosure(payload, out.resources());
  }

  private static Probes next(Iterator<Question> left, Account account) {
    Probes probes = new Probes();
    while (left.hasNext() && probes.size() < KEYS_AT_ONCE) {
      Reading reading = Interpreter.read(left.next());
      account.add(reading);
      probes.add(reading);
    }
    return probes;
  }

  private Hits find(Place place, LookupQuery query, Probes probes, long room) {
    return room > 0 ? hits.find(place, query, probes.keys(), room) : Hits.NONE;
  }

  private Place place(Call call) {
    return new Place(call.reader().name(), collections.readableBy(call.reader()));
  }
}
