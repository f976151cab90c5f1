package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.nio.charset.StandardCharsets;
import org.entente.audit.receipt.Receipts;
import org.entente.audit.witness.Witnesses;
import org.jboss.resteasy.reactive.RestResponse;

/** One entry, and what a browser needs to verify it by itself. */
@Path("/console")
@RunOnVirtualThread
class RecordResource {

  private static final String TEXT = "text/plain; charset=utf-8";

  private final Pages pages;
  private final PostgresRecord records;
  private final Receipts receipts;
  private final Witnesses witnesses;

  RecordResource(Pages pages, PostgresRecord records, Receipts receipts, Witnesses witnesses) {
    this.pages = pages;
    this.records = records;
    this.receipts = receipts;
    this.witnesses = witnesses;
  }

  @GET
  @Path("/records/{index: [0-9]{1,18}}")
  public RestResponse<byte[]> record(@PathParam("index") String index) {
    var at = Long.parseLong(index);
    return pages.show(
        "console.record", frame -> Templates.record(frame, records.at(at, frame.reader().scope())));
  }

  @GET
  @Path("/records/{index: [0-9]{1,18}}/receipt")
  public RestResponse<byte[]> receipt(@PathParam("index") String index) {
    var at = Long.parseLong(index);
    return pages.send("receipt.get", TEXT, person -> receipts.best(at, person.scope()));
  }

  @GET
  @Path("/policy")
  public RestResponse<byte[]> policy() {
    return pages.send(
        "console.policy", TEXT, _ -> witnesses.text().getBytes(StandardCharsets.UTF_8));
  }
}
