package org.entente.audit.sequence;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.audit.console.Frame;
import org.entente.audit.console.Pages;
import org.entente.audit.reconciliation.PostgresReconciliations;
import org.jboss.resteasy.reactive.RestResponse;

/** What is missing: clients that number their requests, and which numbers of one no entry has. */
@Path("/console/gaps")
@RunOnVirtualThread
class GapsPageResource {

  private final Pages pages;
  private final PostgresClients clients;
  private final PostgresMissing missing;

  private final PostgresReconciliations filed;

  GapsPageResource(
      Pages pages,
      PostgresClients clients,
      PostgresMissing missing,
      PostgresReconciliations filed) {
    this.pages = pages;
    this.clients = clients;
    this.missing = missing;
    this.filed = filed;
  }

  @GET
  @Operation(hidden = true) // pages are no contract
  public RestResponse<byte[]> gaps(@BeanParam GapsPageParameters asked) {
    return pages.show(
        "console.gaps", frame -> asked.ofClient() ? missing(frame, asked) : clients(frame, asked));
  }

  private TemplateInstance clients(Frame frame, GapsPageParameters asked) {
    var page = clients.behind(asked.last(), frame.reader().scope());
    var names = page.clients().stream().map(CountingClient::name).toList();
    var newest =
        filed.newest(
            names.stream().map(ClientName::party).toList(),
            names.stream().map(ClientName::client).toList());
    return GapsTemplates.gaps(frame, ListedClients.of(page, newest));
  }

  private TemplateInstance missing(Frame frame, GapsPageParameters asked) {
    var client = GapsQuery.client(asked.party, asked.client, frame.reader().scope());
    var page = missing.below(client, asked.before());
    var newest = filed.newest(client.party(), client.client());
    return GapsTemplates.missing(frame, new ClientView(page, newest));
  }
}
