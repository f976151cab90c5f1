package org.entente.kit.stix;

/// An envelope, or another body, ready to be signed. Immutable.
public final class CutEnvelope {

  private final byte[] bytes;
  private final int objects;
  private final String firstId;
  private final boolean last;

  CutEnvelope(byte[] bytes, int objects, String firstId, boolean last) {
    this.bytes = bytes;
    this.objects = objects;
    this.firstId = firstId;
    this.last = last;
  }

  /// A document that is sent as a whole: as it is, unless it is a bundle.
  public static CutEnvelope whole(byte[] document) {
    StixInput input = StixInput.of(document);
    String id =
        input.objects().stream()
            .filter(StixSlice::hasProperId)
            .findFirst()
            .map(StixSlice::id)
            .orElse("");
    return new CutEnvelope(input.envelope(document), input.objects().size(), id, true);
  }

  /// A body that is no envelope.
  ///
  /// @param things how many it speaks of
  public static CutEnvelope other(byte[] body, int things) {
    return new CutEnvelope(body.clone(), things, "", true);
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// How many objects it holds, or what it speaks of.
  public int objects() {
    return objects;
  }

  /// The first proper id in it, or empty when no object has one.
  public String firstId() {
    return firstId;
  }

  /// Whether no object is left for another one.
  public boolean last() {
    return last;
  }
}
