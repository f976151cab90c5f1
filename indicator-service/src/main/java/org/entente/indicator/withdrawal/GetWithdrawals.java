package org.entente.indicator.withdrawal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.paging.Listing;
import org.entente.indicator.paging.PageRequest;
import org.entente.indicator.paging.Paging;
import org.entente.indicator.paging.Place;
import org.entente.indicator.taxii.MediaTypes;
import org.entente.indicator.taxii.TaxiiTime;

/// Lists what was withdrawn from the caller, oldest first, paged like objects.
@Singleton
final class GetWithdrawals {
  private static final int OK = 200;
  private static final JsonFactory JSON = new JsonFactory();

  private final Collections collections;
  private final Paging paging;
  private final PostgresWithdrawals store;

  GetWithdrawals(Collections collections, Paging paging, PostgresWithdrawals store) {
    this.collections = collections;
    this.paging = paging;
    this.store = store;
  }

  Answer answer(Call call, String collectionId) {
    Collection collection = collections.readable(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    Place place = Place.of(call.reader().name(), collection.id(), Listing.WITHDRAWALS);
    PageRequest request = paging.read(call.query(), place);
    List<Withdrawal> found = store.page(request);
    List<Withdrawal> page = found.subList(0, Math.min(found.size(), request.limit()));
    Optional<String> next =
        found.size() > page.size()
            ? Optional.of(paging.next(request, page.getLast().date()))
            : Optional.empty();
    Payload payload = new Payload(OK, MediaTypes.TAXII, write(page, next), dates(request, page));
    return new Answer.Disclosure(payload, page.stream().map(Withdrawal::resource).toList());
  }

  private static Map<String, String> dates(PageRequest request, List<Withdrawal> page) {
    if (page.isEmpty()) {
      return request.after() < 0 ? Map.of() : dates(request.after(), request.after());
    }
    return dates(page.getFirst().date(), page.getLast().date());
  }

  private static Map<String, String> dates(long first, long last) {
    return Map.of(
        "X-TAXII-Date-Added-First", TaxiiTime.format(first),
        "X-TAXII-Date-Added-Last", TaxiiTime.format(last));
  }

  private static byte[] write(List<Withdrawal> page, Optional<String> next) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (next.isPresent()) {
        json.writeBooleanField("more", true);
        json.writeStringField("next", next.get());
      }
      if (!page.isEmpty()) {
        json.writeArrayFieldStart("withdrawals");
        for (Withdrawal withdrawal : page) {
          write(json, withdrawal);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("no I/O happens in memory", e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, Withdrawal withdrawal) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", withdrawal.id());
    json.writeStringField("version", withdrawal.version());
    json.writeStringField("date_withdrawn", TaxiiTime.format(withdrawal.date()));
    json.writeStringField("reason", withdrawal.reason());
    json.writeEndObject();
  }
}
