package org.entente.audit.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.visibility.Readership;
import org.entente.log.EntryBundleCoordinates;
import org.entente.log.Octets;
import org.entente.log.TilePath;

/**
 * The entries of a mirror, read anew each time they are asked for, never more than a bundle at
 * once.
 *
 * @param size of the mirror
 * @param readership who may read them from now on: what was agreed when they were appended is not
 *     in a mirror
 */
record MirrorTail(MirrorFolder folder, long size, Readership readership) {

  /** The entries from one index to another, which is not included. */
  Iterable<List<NewEntry>> between(long from, long to) {
    return () -> batches(from, to);
  }

  private Iterator<List<NewEntry>> batches(long from, long to) {
    return LongStream.rangeClosed(from / TilePath.FULL, (to - 1) / TilePath.FULL)
        .mapToObj(n -> batch(n, from, to))
        .iterator();
  }

  private List<NewEntry> batch(long n, long from, long to) {
    var first = n * TilePath.FULL;
    var bundle = bundle(n, (int) Math.min(TilePath.FULL, size - first));
    var begin = (int) Math.max(0, from - first);
    var end = (int) Math.min(bundle.size(), to - first);
    return IntStream.range(begin, end).mapToObj(i -> entry(first + i, bundle.get(i))).toList();
  }

  private List<Octets> bundle(long n, int width) {
    try {
      return folder.entries(new EntryBundleCoordinates(n, width));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NewEntry entry(long index, Octets bytes) {
    try {
      return NewEntry.known(bytes.toByteArray(), readership);
    } catch (RecordRejected e) {
      throw new RestoreRefused(
          "entry %d of the mirror is no record: %s".formatted(index, e.detail()));
    }
  }
}
