package org.entente.kit.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.kit.stix.StixPiece.TooLong;

/// Cuts a stream of objects into envelopes that a server takes: each as large as it may be, in
/// order, no object changed. The same objects and limits give the same envelopes. Not thread-safe.
public final class EnvelopeCutter {

  private static final byte[] OPEN = "{\"objects\":[".getBytes(UTF_8);
  private static final byte[] CLOSE = "]}".getBytes(UTF_8);

  private final StixSource source;
  private final Limits limits;
  private final Consumer<TooLong> tooLong;
  private Optional<StixSlice> ahead = Optional.empty();
  private boolean begun;

  /// How large an envelope may be.
  ///
  /// @param bytes of the whole envelope
  /// @param objects in it
  public record Limits(int bytes, int objects) {

    /// Refuses limits that no object fits.
    public Limits {
      if (bytes < 64 || objects < 1) {
        throw new IllegalArgumentException("An envelope of these limits holds no object.");
      }
    }

    /// Bytes of the longest object that fits.
    public int longestObject() {
      return bytes - OPEN.length - CLOSE.length;
    }
  }

  /// @param tooLong told of every object that fits no envelope; it is in none
  public EnvelopeCutter(StixSource source, Limits limits, Consumer<TooLong> tooLong) {
    this.source = source;
    this.limits = limits;
    this.tooLong = tooLong;
  }

  /// The next envelope, or empty when there are no more objects.
  public Optional<CutEnvelope> next() throws IOException {
    if (!begun) {
      begun = true;
      ahead = slice();
    }
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(OPEN);
    int objects = 0;
    String id = "";
    while (ahead.isPresent() && fits(out.size(), objects, ahead.get())) {
      StixSlice object = ahead.get();
      if (objects > 0) {
        out.write(',');
      }
      object.writeTo(out);
      objects++;
      id = id.isEmpty() && object.hasProperId() ? object.id() : id;
      ahead = slice();
    }
    out.writeBytes(CLOSE);
    return Optional.of(new CutEnvelope(out.toByteArray(), objects, id, ahead.isEmpty()));
  }

  private boolean fits(int size, int objects, StixSlice object) {
    int comma = objects > 0 ? 1 : 0;
    return objects < limits.objects()
        && (long) size + comma + object.length() + CLOSE.length <= limits.bytes();
  }

  private Optional<StixSlice> slice() throws IOException {
    while (true) {
      Optional<StixPiece> piece = source.next();
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      switch (piece.get()) {
        case StixSlice slice when slice.length() <= limits.longestObject() -> {
          return Optional.of(slice);
        }
        case StixSlice slice -> tooLong.accept(new TooLong(slice.id(), slice.length()));
        case TooLong known -> tooLong.accept(known);
      }
    }
  }
}
