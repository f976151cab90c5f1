package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** Is the log healthy, and what happened lately? */
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
  public RestResponse<byte[]> overview() {
    return pages.show("console.overview", frame -> Templates.overview(frame, overviews.now()));
  }
}
