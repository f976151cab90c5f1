package org.entente.indicator.taxii;

/// Media types, byte for byte as TAXII 2.1 §1.6.8 wants them: no blanks, no charset.
public final class MediaTypes {
  /// Every TAXII body.
  public static final String TAXII = "application/taxii+json;version=2.1";

  /// What a collection holds.
  public static final String STIX = "application/stix+json;version=2.1";

  /// Lines of JSON.
  public static final String NDJSON = "application/x-ndjson";

  /// RFC 9457.
  public static final String PROBLEM = "application/problem+json";

  private MediaTypes() {}
}
