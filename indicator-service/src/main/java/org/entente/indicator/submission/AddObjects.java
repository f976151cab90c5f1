package org.entente.indicator.submission;

import jakarta.inject.Singleton;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.envelope.Envelope;
import org.entente.indicator.envelope.EnvelopeReader;
import org.entente.indicator.refusal.Refusal.LimitBody;

/// TAXII's Add Objects (TAXII 2.1 §5.5): one signed submission.
@Singleton
final class AddObjects {
  private final Collections collections;
  private final ExchangeConfig.LimitsConfig limits;
  private final Drafts drafts;
  private final Completion completion;

  AddObjects(Collections collections, ExchangeConfig config, Drafts drafts, Completion completion) {
    this.collections = collections;
    this.limits = config.limits();
    this.drafts = drafts;
    this.completion = completion;
  }

  /// Takes one submission and answers its TAXII status.
  Answer answer(Call call, String collectionId, byte[] body) {
    Collection collection = collections.writable(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    Arrival arrival = Arrival.of(call, collection, body);
    if (body.length > limits.body()) {
      throw new LimitBody("at most " + limits.body() + " bytes in one submission");
    }
    Envelope envelope = EnvelopeReader.read(body, limits.objects());
    Secrecy.require(call, envelope);
    return completion.answer(call, drafts.fresh(arrival, call.actor(), envelope));
  }
}
