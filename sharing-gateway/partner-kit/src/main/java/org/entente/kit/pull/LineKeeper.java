package org.entente.kit.pull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.entente.kit.client.ExchangeClient.Page;
import org.entente.kit.file.AppendFile;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.stix.StixSlice;

/// Keeps objects as NDJSON, one a line. Line ends between an object's tokens become spaces, the
/// only change: inside of texts JSON has none.
public sealed interface LineKeeper extends PageKeeper {

  /// The lines of these objects.
  static byte[] lines(List<StixSlice> objects) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (StixSlice object : objects) {
      byte[] line = object.bytes();
      for (int i = 0; i < line.length; i++) {
        line[i] = line[i] == '\n' || line[i] == '\r' ? (byte) ' ' : line[i];
      }
      lines.writeBytes(line);
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  /// Into a file: each object once, whatever happens.
  ///
  /// @param file whose end is cut off where an interrupted run left more than it could vouch for
  record Into(AppendFile file) implements LineKeeper {

    @Override
    public void begin() {
      if (file.length() > 0) {
        throw new FileMismatch("The --ndjson file holds something, and no place tells what.");
      }
    }

    @Override
    public void resume(Progress place) {
      if (file.length() < place.lineBytes()) {
        throw new FileMismatch("The --ndjson file is shorter than this place says.");
      }
      if (file.length() > place.lineBytes()) {
        file.truncate(place.lineBytes());
      }
    }

    @Override
    public void keep(Progress before, Page page, List<StixSlice> objects) {
      file.append(lines(objects));
    }

    @Override
    public long lineBytes(Progress before) {
      return file.length();
    }
  }

  /// Into a pipe: each object at least once. A page passed on just before a crash comes again.
  ///
  /// @param out flushed after every page
  record Through(OutputStream out) implements LineKeeper {

    @Override
    public void begin() {
      // A pipe holds nothing.
    }

    @Override
    public void resume(Progress place) {
      // What was passed on cannot be taken back.
    }

    @Override
    public void keep(Progress before, Page page, List<StixSlice> objects) {
      try {
        out.write(lines(objects));
        out.flush();
      } catch (IOException e) {
        throw new FileTrouble("Nobody reads the output any more.", e);
      }
    }
  }
}
