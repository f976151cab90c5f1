package org.entente.indicator.objects;

import jakarta.inject.Singleton;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.collection.Rights;
import org.entente.indicator.paging.Listing;
import org.entente.indicator.paging.Paging;
import org.entente.indicator.paging.Place;
import org.entente.indicator.refusal.Refusal.AuthzCollection;
import org.entente.indicator.refusal.Refusal.CollectionUnknown;
import org.entente.indicator.refusal.Refusal.WithdrawalUnsigned;
import org.entente.indicator.submission.SignedActs;

/// TAXII's Delete an Object (TAXII 2.1 §5.7) as far as permissions and filters go. Taking back is
/// an act of its producer and needs its signature, so whoever may delete is told how.
@Singleton
final class DeleteObject {
  private final Collections collections;
  private final Paging paging;
  private final SignedActs acts;

  DeleteObject(Collections collections, Paging paging, SignedActs acts) {
    this.collections = collections;
    this.paging = paging;
    this.acts = acts;
  }

  Answer answer(Call call, String collectionId, String id) {
    Collection collection = collections.visible(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    return switch (Rights.of(collection, call).deletion()) {
      case NOT_FOUND -> throw new CollectionUnknown("no such collection");
      case FORBIDDEN -> throw new AuthzCollection("deleting needs can_read and can_write");
      case PROCEED ->
          withdraw(
              call,
              collection,
              new Place(call.reader().name(), collection.id(), Listing.DELETION, id));
    };
  }

  private Answer withdraw(Call call, Collection collection, Place place) {
    paging.read(call.query(), place);
    if (!SignedActs.isSigned(call)) {
      throw new WithdrawalUnsigned("an object is withdrawn by its producer's signed manifest");
    }
    call.conceal(Fact.QUERY);
    return acts.delete(call, collection, place.object());
  }
}
