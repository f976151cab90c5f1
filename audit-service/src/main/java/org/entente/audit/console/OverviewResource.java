package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Is the log sound, and what happened lately? */
@Path("/console")
@RunOnVirtualThread
class OverviewResource {

  private final Pages pages;
  private final Overviews overviews;

  OverviewResource(Pages pages, Overviews overviews) {
    this.pages = pages;
    this.overviews = overviews;
  }

  @GET
  public RestResponse<byte[]> overview(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return pages.show(
        "console.overview",
        frame -> Templates.overview(frame, overviews.of(frame.reader().scope(), from, to)));
  }
}
