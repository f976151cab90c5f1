package org.entente.gateway.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.entente.gateway.refusal.Code;
import org.entente.gateway.refusal.Refused;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

  @Test
  void the_limit_itself_is_allowed() {
    assertEquals(10, BoundedBody.read(new ByteArrayInputStream(new byte[10]), 10).length);
  }

  @Test
  void one_byte_more_is_refused_and_the_rest_is_swallowed() {
    var in = new ByteArrayInputStream(new byte[40]);
    var refused = assertThrows(Refused.class, () -> BoundedBody.read(in, 10));
    assertEquals(Code.LIMIT_BODY, refused.code());
    assertEquals(0, in.available());
  }

  @Test
  void a_body_without_end_is_not_swallowed_for_ever() {
    var endless = new Endless();
    assertThrows(Refused.class, () -> BoundedBody.read(endless, 1000));
    assertTrue(endless.read < 30_000, () -> "read " + endless.read);
  }

  @Test
  void a_read_that_is_interrupted_took_too_long() {
    assertEquals(Code.LIMIT_TIME, refused(new InterruptedIOException()));
  }

  @Test
  void a_body_that_breaks_off_is_the_clients_fault() {
    assertEquals(Code.HTTP_BAD_REQUEST, refused(new IOException("closed")));
  }

  private static Code refused(IOException failure) {
    var in =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw failure;
          }
        };
    return assertThrows(Refused.class, () -> BoundedBody.read(in, 10)).code();
  }

  private static final class Endless extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      read += length;
      return length;
    }
  }
}
