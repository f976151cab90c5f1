package org.entente.audit.sequence;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an auditor asks for, as text. */
public final class GapsParameters {

  @QueryParam("client")
  @Parameter(description = "Whose numbers: the OAuth client", required = true)
  public @Nullable String client;

  @QueryParam("party")
  @Parameter(description = "The client's partner; the auditor's own when left out")
  public @Nullable String party;

  @QueryParam("from")
  @Parameter(
      description =
          "Only numbers from those in entries with this or a greater index; from 1 when left out")
  public @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "Only numbers up to those in entries with a smaller index")
  public @Nullable String to;

  @QueryParam("after")
  @Parameter(description = "Only greater numbers: next of the page before")
  public @Nullable String after;
}
