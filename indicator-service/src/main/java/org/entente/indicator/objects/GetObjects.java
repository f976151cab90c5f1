package org.entente.indicator.objects;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.ExchangeConfig;
import org.entente.indicator.paging.Listing;
import org.entente.indicator.paging.PageRequest;
import org.entente.indicator.paging.Paging;
import org.entente.indicator.paging.Place;
import org.entente.indicator.refusal.Refusal.ObjectUnknown;
import org.entente.indicator.taxii.MediaTypes;
import org.entente.indicator.taxii.TaxiiTime;
import org.entente.stix.rule.StixId;

/// TAXII's Get Objects, Manifests, an Object and Versions (TAXII 2.1 §5.3, §5.4, §5.6, §5.8): four
/// views of one thing, what was released to the caller.
@Singleton
final class GetObjects {
  private static final int OK = 200;

  private final Collections collections;
  private final ExchangeConfig.LimitsConfig limits;
  private final Paging paging;
  private final PostgresReleases releases;

  GetObjects(
      Collections collections, ExchangeConfig config, Paging paging, PostgresReleases releases) {
    this.collections = collections;
    this.limits = config.limits();
    this.paging = paging;
    this.releases = releases;
  }

  /// One page of a collection's objects.
  Answer objects(Call call, String collectionId) {
    Collection collection = readable(call, collectionId);
    return envelope(collection, request(call, collection, Listing.OBJECTS, ""));
  }

  /// One page of what [#objects] lists, without the objects.
  Answer manifest(Call call, String collectionId) {
    Collection collection = readable(call, collectionId);
    PageRequest request = request(call, collection, Listing.MANIFEST, "");
    return entries(collection, request, ListingWriter::manifest);
  }

  /// Versions of one object. Released but excluded by the filters it is an empty envelope;
  /// withheld, absent and never heard of are the same 404.
  Answer object(Call call, String collectionId, String id) {
    Collection collection = readable(call, collectionId);
    return envelope(collection, request(call, collection, Listing.OBJECT, id));
  }

  /// The list of all versions of one object.
  Answer versions(Call call, String collectionId, String id) {
    Collection collection = readable(call, collectionId);
    PageRequest request = request(call, collection, Listing.VERSIONS, id);
    return entries(collection, request, ListingWriter::versions);
  }

  private Answer entries(
      Collection collection,
      PageRequest request,
      BiFunction<List<Entry>, Optional<String>, byte[]> writer) {
    Page<Entry> page = releases.entries(request, collection.producer());
    requireKnown(request, collection, page);
    Optional<String> next = next(request, page, page.rows());
    return answer(request, page.rows(), writer.apply(page.rows(), next));
  }

  private Answer envelope(Collection collection, PageRequest request) {
    Page<Released> page = releases.objects(request, collection.producer(), limits.pageBytes());
    requireKnown(request, collection, page);
    List<Entry> entries = page.rows().stream().map(Released::entry).toList();
    Optional<String> next = next(request, page, entries);
    return answer(request, entries, EnvelopeWriter.write(page.rows(), next));
  }

  /// Of one object an empty page is told apart from none.
  private void requireKnown(PageRequest request, Collection collection, Page<?> page) {
    boolean one = !request.place().object().isEmpty();
    if (one && page.rows().isEmpty() && !releases.knows(request, collection.producer())) {
      throw unknown();
    }
  }

  private Collection readable(Call call, String collectionId) {
    Collection collection = collections.readable(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    return collection;
  }

  private PageRequest request(Call call, Collection collection, Listing listing, String object) {
    Place place = new Place(call.reader().name(), collection.id(), listing, object);
    PageRequest request = paging.read(call.query(), place);
    if (!object.isEmpty() && StixId.parse(object).isEmpty()) {
      throw unknown();
    }
    return request;
  }

  private static ObjectUnknown unknown() {
    return new ObjectUnknown("no such object");
  }

  private Optional<String> next(PageRequest request, Page<?> page, List<Entry> entries) {
    return page.more()
        ? Optional.of(paging.next(request, entries.getLast().dateAdded()))
        : Optional.empty();
  }

  private static Answer answer(PageRequest request, List<Entry> entries, byte[] body) {
    Payload payload = new Payload(OK, MediaTypes.TAXII, body, dates(request, entries));
    return new Answer.Disclosure(payload, entries.stream().map(Entry::resource).toList());
  }

  /// Of an empty page the standard says nothing but that both headers be timestamps: they repeat
  /// what the page starts behind, so that a client that pages by them stays where it is.
  private static Map<String, String> dates(PageRequest request, List<Entry> entries) {
    if (entries.isEmpty()) {
      return request.after() < 0 ? Map.of() : dates(request.after(), request.after());
    }
    return dates(entries.getFirst().dateAdded(), entries.getLast().dateAdded());
  }

  private static Map<String, String> dates(long first, long last) {
    return Map.of(
        "X-TAXII-Date-Added-First", TaxiiTime.format(first),
        "X-TAXII-Date-Added-Last", TaxiiTime.format(last));
  }
}
