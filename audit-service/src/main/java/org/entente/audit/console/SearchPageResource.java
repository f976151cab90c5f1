package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Search by everything; the address of the page is the search. */
@Path("/console/search")
@RunOnVirtualThread
class SearchPageResource {

  private final Pages pages;
  private final PostgresHits hits;
  private final Supplier<UUID> uids;

  SearchPageResource(Pages pages, PostgresHits hits, Supplier<UUID> uids) {
    this.pages = pages;
    this.hits = hits;
    this.uids = uids;
  }

  @GET
  public RestResponse<byte[]> search(@BeanParam SearchParameters asked) {
    return pages.show(
        "console.search",
        frame -> {
          var page = hits.find(SearchQuery.of(asked), frame.reader().scope());
          return Templates.search(frame, new Asked(asked), page, uids.get().toString());
        });
  }
}
