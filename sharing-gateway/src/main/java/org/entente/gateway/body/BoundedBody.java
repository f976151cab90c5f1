package org.entente.gateway.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;

/** Reads a body while counting its bytes, whatever length was announced or not. */
public final class BoundedBody {

  /** A client that is still sending does not read its answer, so a little more is swallowed. */
  private static final int SWALLOWED = 4;

  /** The bytes, at most {@code limit} of them, or LIMIT_BODY, LIMIT_TIME when interrupted. */
  public static byte[] read(InputStream in, int limit) {
    try {
      byte[] body = in.readNBytes(limit);
      if (in.read() >= 0) {
        swallow(in, (long) limit * SWALLOWED);
        throw tooLarge(limit);
      }
      return body;
    } catch (InterruptedIOException e) {
      throw new Refused(Code.LIMIT_TIME, "The body took too long to arrive.");
    } catch (IOException e) {
      throw new Refused(Code.HTTP_BAD_REQUEST, "The connection broke in the middle of the body.");
    }
  }

  /** Refuses by the announced length alone, for a client that waits before it sends. */
  public static void requireAnnounced(long length, int limit) {
    if (length > limit) {
      throw tooLarge(limit);
    }
  }

  private static void swallow(InputStream in, long most) throws IOException {
    byte[] scratch = new byte[8192];
    long left = most;
    while (left > 0) {
      int read = in.read(scratch);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  private static Refused tooLarge(int limit) {
    return new Refused(Code.LIMIT_BODY, "Send at most " + limit + " bytes at once.");
  }

  private BoundedBody() {}
}
