package org.entente.indicator.objects;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.refusal.Refusal.ObjectUnknown;
import org.entente.indicator.stix.StixId;

/// Answers readers from what was released to them.
@Singleton
final class ReleasedObjects {
  private final Collections collections;
  private final ExchangeConfig.LimitsConfig limits;
  private final PageStore store;

  ReleasedObjects(Collections collections, ExchangeConfig config, PageStore store) {
    this.collections = collections;
    this.limits = config.limits();
    this.store = store;
  }

  Answer page(Call call, String id) {
    Collection collection = readable(call, id);
    PageRequest request = PageRequest.read(call.query(), collection.id(), limits.page());
    Page page = store.page(collection, call.partner(), request, limits.pageBytes());
    return EnvelopeBody.of(page, collection.id(), request.addedAfter());
  }

  /// An unknown object and a withheld one are the same; only a filter that excludes a visible one
  /// gives an empty envelope (TAXII 2.1 §5.6).
  Answer object(Call call, String id, String object) {
    Collection collection = readable(call, id);
    PageRequest request = PageRequest.read(call.query(), collection.id(), limits.page());
    Optional<Page.Item> found =
        StixId.parse(object).flatMap(_ -> store.object(collection, call.partner(), object));
    Page.Item item = found.orElseThrow(() -> new ObjectUnknown("no such object"));
    List<Page.Item> items = item.dateAdded() > request.after() ? List.of(item) : List.of();
    return EnvelopeBody.of(new Page(items, false), collection.id(), request.addedAfter());
  }

  private Collection readable(Call call, String id) {
    Collection collection = collections.readable(id, call.partner());
    call.note(Fact.COLLECTION, collection.id().toString());
    return collection;
  }
}
