package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.entente.audit.refusal.Refusal;
import org.entente.audit.refusal.RefusalCode;
import org.jboss.resteasy.reactive.RestResponse;

/** Whatever else is asked for below the console. */
@Path("/console")
@RunOnVirtualThread
class UnknownPageResource {

  private final Pages pages;

  UnknownPageResource(Pages pages) {
    this.pages = pages;
  }

  @GET
  @Path("/{page:.+}")
  public RestResponse<byte[]> unknown() {
    return pages.show(
        "console.unknown",
        _ -> {
          throw new PageUnknown();
        });
  }

  private static final class PageUnknown extends Refusal {
    PageUnknown() {
      super(RefusalCode.PATH_UNKNOWN, "there is no such page");
    }
  }
}
