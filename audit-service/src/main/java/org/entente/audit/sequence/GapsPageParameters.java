package org.entente.audit.sequence;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a page about gaps is asked for, as text. */
public final class GapsPageParameters {

  /** The client whose numbers are asked about; a list of clients when left out. */
  @QueryParam("client")
  public @Nullable String client;

  /** The client's partner; the reader's own when left out. */
  @QueryParam("party")
  public @Nullable String party;

  /** Only smaller numbers: where the page before ended. */
  @QueryParam("before")
  public @Nullable String before;

  /** Of the list, only clients behind this party's client of this name. */
  @QueryParam("after-party")
  public @Nullable String afterParty;

  @QueryParam("after")
  public @Nullable String after;

  boolean ofClient() {
    return client != null && !client.isEmpty();
  }

  ClientName last() {
    return new ClientName(
        GapsQuery.storable(Objects.requireNonNullElse(afterParty, "")),
        GapsQuery.storable(Objects.requireNonNullElse(after, "")));
  }

  long before() {
    return GapsQuery.index("before", before).orElse(Long.MAX_VALUE);
  }
}
