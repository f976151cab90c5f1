package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

  SearchPageResource(Pages pages, PostgresHits hits) {
    this.pages = pages;
    this.hits = hits;
  }

  @GET
  public RestResponse<byte[]> search(@BeanParam SearchParameters asked) {
    return pages.show(
        "console.search",
        frame -> {
          var page = hits.find(SearchQuery.of(asked), frame.reader().scope());
          return Templates.search(frame, new Asked(asked), page);
        });
  }
}
