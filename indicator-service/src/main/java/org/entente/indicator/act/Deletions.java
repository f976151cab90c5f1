package org.entente.indicator.act;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.indicator.act.Act.Kind;
import org.entente.indicator.paging.Filters;
import org.entente.indicator.paging.Listing;
import org.entente.indicator.paging.Paging;
import org.entente.indicator.paging.Place;
import org.entente.indicator.refusal.Refusal.ActsInvalid;
import org.entente.indicator.refusal.Refusal.ObjectUnknown;

/// Reads the URL of a deletion (TAXII 2.1 §5.7), which is all that is signed of one: the withdrawal
/// of some versions of an object from everybody.
@Singleton
public final class Deletions {
  private static final String REASON = "deleted by its producer";

  private final Paging paging;

  Deletions(Paging paging) {
    this.paging = paging;
  }

  /// Reads `…/collections/{id}/objects/{object}/?match[version]=…`.
  ///
  /// @throws ActsInvalid when it is no such URL of this collection
  /// @throws ObjectUnknown when its filters leave nothing of any object
  public Act read(byte[] url, UUID collection) {
    try {
      URI uri =
          new URI(
              new String(url, StandardCharsets.US_ASCII).replace("[", "%5B").replace("]", "%5D"));
      List<String> path = List.of(uri.getPath().replaceFirst("/$", "").split("/", -1));
      int end = path.size();
      boolean fits =
          end > 4
              && path.get(end - 2).equals("objects")
              && path.get(end - 3).equals(collection.toString());
      if (!fits) {
        throw new ActsInvalid("the URL is of no object of this collection");
      }
      String object = path.getLast();
      Place place = new Place("", collection, Listing.DELETION, object);
      Filters filters = paging.read(query(uri), place).filters();
      if (filters.excludeEverything()) {
        throw new ObjectUnknown("no version of that STIX version");
      }
      return new Act(Kind.WITHDRAW, object, filters.versions(), Set.of(), REASON);
    } catch (URISyntaxException e) {
      throw new ActsInvalid("what is to be deleted is no URL");
    }
  }

  private static Map<String, List<String>> query(URI uri) {
    Map<String, List<String>> query = new HashMap<>();
    String raw = uri.getRawQuery();
    for (String parameter : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      String value = pair.length == 2 ? decode(pair[1]) : "";
      query.computeIfAbsent(decode(pair[0]), _ -> new ArrayList<>()).add(value);
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
