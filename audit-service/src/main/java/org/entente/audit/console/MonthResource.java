package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The monthly review: what of each month nobody has reviewed. */
@Path("/console/reviews/months")
@RunOnVirtualThread
class MonthResource {

  private final Pages pages;
  private final ShownMonths shown;

  MonthResource(Pages pages, ShownMonths shown) {
    this.pages = pages;
    this.shown = shown;
  }

  @GET
  public RestResponse<byte[]> months(@QueryParam("before") @Nullable String before) {
    return pages.show(
        "console.months",
        frame -> Templates.months(frame, shown.all(frame.reader().scope(), before)));
  }

  @GET
  @Path("/{month}")
  public RestResponse<byte[]> month(
      @PathParam("month") String month, @QueryParam("before") @Nullable String before) {
    return pages.show(
        "console.month",
        frame -> Templates.month(frame, shown.one(frame.reader().scope(), month, before)));
  }
}
