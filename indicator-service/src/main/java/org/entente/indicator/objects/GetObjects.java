package org.entente.indicator.objects;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.objects.PostgresReleases.OneObject;
import org.entente.indicator.refusal.Refusal.ObjectUnknown;
import org.entente.indicator.stix.StixId;
import org.entente.indicator.taxii.MediaTypes;
import org.entente.indicator.taxii.TaxiiTime;

/// TAXII's Get Objects and Get an Object (TAXII 2.1 §5.4, §5.6): the latest version of what was
/// released to the caller.
@Singleton
final class GetObjects {
  private static final int OK = 200;

  private final Collections collections;
  private final ExchangeConfig.LimitsConfig limits;
  private final PostgresReleases releases;

  GetObjects(Collections collections, ExchangeConfig config, PostgresReleases releases) {
    this.collections = collections;
    this.limits = config.limits();
    this.releases = releases;
  }

  /// One page of a collection.
  Answer page(Call call, String collectionId) {
    Collection collection = readable(call, collectionId);
    ObjectQuery query = ObjectQuery.parse(call.query(), collection.id(), limits.page());
    Page page = releases.page(collection.id(), call.partner(), query, limits.pageBytes());
    Optional<Cursor> next =
        page.more()
            ? Optional.of(
                query.continueAfter(collection.id(), page.objects().getLast().dateAdded()))
            : Optional.empty();
    return answer(page.objects(), next, query.addedAfter());
  }

  /// One object. Released but excluded by the filters it is an empty envelope; withheld, absent and
  /// never heard of are the same 404.
  Answer one(Call call, String collectionId, String id) {
    Collection collection = readable(call, collectionId);
    ObjectQuery query = ObjectQuery.parse(call.query(), collection.id(), limits.page());
    Released found =
        StixId.parse(id)
            .map(_ -> new OneObject(collection.id(), collection.producer(), call.partner(), id))
            .flatMap(releases::find)
            .orElseThrow(() -> new ObjectUnknown("no such object"));
    List<Released> objects = found.dateAdded() > query.after() ? List.of(found) : List.of();
    return answer(objects, Optional.empty(), query.addedAfter());
  }

  private Collection readable(Call call, String collectionId) {
    Collection collection = collections.readable(collectionId, call.partner());
    call.note(Fact.COLLECTION, collection.id().toString());
    return collection;
  }

  private static Answer answer(
      List<Released> objects, Optional<Cursor> next, OptionalLong addedAfter) {
    byte[] body = EnvelopeWriter.write(objects, next);
    Payload payload = new Payload(OK, MediaTypes.TAXII, body, dates(objects, addedAfter));
    return new Answer.Disclosure(payload, objects.stream().map(Released::resource).toList());
  }

  /// Of an empty page the standard says nothing but that both headers be timestamps: with a filter
  /// they repeat it, so that a client that pages by them stays where it is.
  private static Map<String, String> dates(List<Released> objects, OptionalLong addedAfter) {
    Map<String, String> headers = new HashMap<>();
    if (!objects.isEmpty()) {
      headers.put("X-TAXII-Date-Added-First", TaxiiTime.format(objects.getFirst().dateAdded()));
      headers.put("X-TAXII-Date-Added-Last", TaxiiTime.format(objects.getLast().dateAdded()));
    } else if (addedAfter.isPresent()) {
      headers.put("X-TAXII-Date-Added-First", TaxiiTime.format(addedAfter.getAsLong()));
      headers.put("X-TAXII-Date-Added-Last", TaxiiTime.format(addedAfter.getAsLong()));
    }
    return headers;
  }
}
