package org.entente.audit.append;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.audit.disclosure.DisclosureRejected;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.sequencer.NewEntry;
import org.entente.audit.visibility.Readership;

/**
 * Request bodies as entries, checked against whoever sent them.
 *
 * @param service who sends them; nobody records for somebody else
 */
record Records(String service, Readership readership) {

  static final int MAX_RECORDS = 1024;
  static final int MAX_BATCH_BYTES = 4 << 20;

  /** The one record in this body. */
  NewEntry single(byte[] body) {
    var entry = NewEntry.parse(body, readership);
    var product = entry.content().product();
    if (!product.equals(service)) {
      throw RecordRejected.invalid("metadata.product.name must be " + service + ", the caller");
    }
    return entry;
  }

  /** The records in these lines; the last line end may be missing. */
  List<NewEntry> batch(byte[] body) {
    if (body.length > MAX_BATCH_BYTES) {
      throw RecordRejected.tooLarge("a batch has at most " + MAX_BATCH_BYTES + " bytes");
    }
    var entries = new ArrayList<NewEntry>();
    for (var from = 0; from < body.length; ) {
      var end = endOfLine(body, from);
      entries.add(line(Arrays.copyOfRange(body, from, end), entries.size() + 1));
      from = end + 1;
    }
    if (entries.isEmpty()) {
      throw RecordRejected.invalid("a batch has at least one record");
    }
    return entries;
  }

  private NewEntry line(byte[] bytes, int number) {
    if (number > MAX_RECORDS) {
      throw RecordRejected.tooLarge("a batch has at most " + MAX_RECORDS + " records");
    }
    try {
      return single(bytes);
    } catch (RecordRejected e) {
      throw e.inLine(number);
    } catch (DisclosureRejected e) {
      throw e.inLine(number);
    }
  }

  private static int endOfLine(byte[] body, int from) {
    var at = from;
    while (at < body.length && body[at] != '\n') {
      at++;
    }
    return at;
  }
}
