package org.entente.audit.search;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an auditor asks for, as text; all of it narrows, and all of it may be left out. */
public final class SearchParameters {

  @QueryParam("from")
  @Parameter(description = "Not before this time (RFC 3339), as the record says")
  public @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "Before this time (RFC 3339)")
  public @Nullable String to;

  @QueryParam("party")
  @Parameter(description = "The partner on whose behalf, - for unknown ones")
  public @Nullable String party;

  @QueryParam("actor")
  @Parameter(description = "The client or service, - for unknown ones")
  public @Nullable String actor;

  @QueryParam("operation")
  @Parameter(description = "For instance taxii.getObjects")
  public @Nullable String operation;

  @QueryParam("object")
  @Parameter(description = "Id of an object the access was about: who saw it?")
  public @Nullable String object;

  @QueryParam("value")
  @Parameter(
      description =
          "An object's id, or a wallet, domain, address, hash or other value: the ids of its"
              + " observable are looked for. Not found: objects that only mention it, and"
              + " observables whose id depends on more than the value")
  public @Nullable String value;

  @QueryParam("agency")
  @Parameter(description = "The actor's agency, or agency and role as cert-eu/liaison")
  public @Nullable String agency;

  @QueryParam("purpose")
  @Parameter(description = "The stated purpose, exactly")
  public @Nullable String purpose;

  @QueryParam("marking")
  @Parameter(description = "The strictest marking released or submitted, as the record says")
  public @Nullable String marking;

  @QueryParam("outcome")
  @Parameter(description = "allowed, denied or error")
  public @Nullable String outcome;

  @QueryParam("first")
  @Parameter(description = "No entries with a smaller index")
  public @Nullable String first;

  @QueryParam("limit")
  @Parameter(description = "Most entries, 1 to 200, 50 when left out; of exports 1 to 10000, 10000")
  public @Nullable String limit;

  @QueryParam("before")
  @Parameter(description = "Only entries with a smaller index: next of the page before")
  public @Nullable String before;

  @QueryParam("after")
  @Parameter(description = "Only entries with a larger index, the oldest of them: previous")
  public @Nullable String after;

  @QueryParam("last")
  @Parameter(description = "Largest index")
  public @Nullable String last;
}
