package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.entente.audit.search.PostgresHits;
import org.entente.audit.search.SearchParameters;
import org.entente.audit.search.SearchQuery;
import org.entente.audit.visibility.AuditScope;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who saw this object or value, and what did this actor do? */
@Path("/console")
@RunOnVirtualThread
class PivotResource {

  private final Pages pages;
  private final PostgresGroups groups;
  private final PostgresHits hits;

  PivotResource(Pages pages, PostgresGroups groups, PostgresHits hits) {
    this.pages = pages;
    this.groups = groups;
    this.hits = hits;
  }

  @GET
  @Path("/seen")
  public RestResponse<byte[]> seen(@QueryParam("value") @Nullable String value) {
    var asked = Objects.requireNonNullElse(value, "").strip();
    return pages.show(
        "console.seen", frame -> Templates.seen(frame, sightings(asked, frame.reader().scope())));
  }

  @GET
  @Path("/did")
  public RestResponse<byte[]> did(@QueryParam("actor") @Nullable String actor) {
    var asked = Objects.requireNonNullElse(actor, "").strip();
    return pages.show(
        "console.did", frame -> Templates.did(frame, deeds(asked, frame.reader().scope())));
  }

  private Sightings sightings(String asked, AuditScope scope) {
    if (asked.isEmpty()) {
      return Sightings.NONE;
    }
    var ids = SearchQuery.ids(asked);
    return new Sightings(asked, List.of(ids), groups.ofObjects(ids, scope));
  }

  private Deeds deeds(String actor, AuditScope scope) {
    if (actor.isEmpty()) {
      return Deeds.NONE;
    }
    var asked = new SearchParameters();
    asked.actor = actor;
    asked.limit = "20";
    var latest = hits.find(SearchQuery.of(asked), scope).entries(); // also judges the text
    return new Deeds(actor, groups.ofActor(actor, scope), latest);
  }
}
