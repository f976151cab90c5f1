package org.entente.audit.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.audit.access.Person;
import org.entente.audit.access.Release;
import org.entente.audit.console.Asked;
import org.entente.audit.console.Pages;
import org.entente.audit.search.SearchParameters;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Exports for people: with a format the file, without one a page that says what the files would
 * have. Another site's link leads to the page only, so that it has nothing exported in a person's
 * name.
 */
@Path("/console/export")
@RunOnVirtualThread
class ExportPageResource {

  private final Pages pages;
  private final Exports exports;
  private final ExportedFiles files;

  ExportPageResource(Pages pages, Exports exports, ExportedFiles files) {
    this.pages = pages;
    this.exports = exports;
    this.files = files;
  }

  @GET
  @Operation(hidden = true) // pages are no contract
  public Response export(@BeanParam SearchParameters asked, @BeanParam ExportParameters form) {
    return form.format.isEmpty() || pages.fromOutside()
        ? page(asked).toResponse()
        : pages.hand(
            ExportedFiles.OPERATION, person -> file(asked, form, person), RestResponse::toResponse);
  }

  private RestResponse<byte[]> page(SearchParameters asked) {
    asked.after = null; // a part is told by where it ends, and so are its files
    return pages.show(
        "console.export",
        frame -> {
          var part = exports.part(asked, frame.reader().scope());
          return ExportTemplates.export(frame, new Offer(new Asked(asked), part));
        });
  }

  private Release<Response> file(SearchParameters asked, ExportParameters form, Person person) {
    return files.of(asked, form, person.scope()).then(file -> noStore(ExportResource.answer(file)));
  }

  private static Response noStore(Response answer) {
    return Response.fromResponse(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
