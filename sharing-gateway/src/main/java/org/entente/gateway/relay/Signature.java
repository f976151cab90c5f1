package org.entente.gateway.relay;

import jakarta.ws.rs.HeaderParam;

/** The headers of a signed deletion; the REST client reads them through getters only. */
public final class Signature {

  private final String caller;
  private final Verified verified;
  private final String url;

  Signature(String caller, Verified verified, String url) {
    this.caller = caller;
    this.verified = verified;
    this.url = url;
  }

  /** Who asks. */
  @HeaderParam(IndicatorRestClient.CALLER)
  public String getCaller() {
    return caller;
  }

  /** The manifest as it came. */
  @HeaderParam("Submission-Manifest")
  public String getManifest() {
    return verified.manifest();
  }

  /** What was found of it. */
  @HeaderParam("Entente-Submission")
  public String getEstablished() {
    return verified.established();
  }

  /** The absolute URL that was signed. */
  @HeaderParam("Entente-Url")
  public String getUrl() {
    return url;
  }
}
