package org.entente.audit.fsck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.audit.disclosure.DisclosureRejected;
import org.entente.audit.fsck.Chunk.Counted;
import org.entente.audit.fsck.Chunk.KeyTarget;
import org.entente.audit.fsck.Chunk.Mention;
import org.entente.audit.fsck.Chunk.Personal;
import org.entente.audit.record.AccessRecord;
import org.entente.audit.record.Actor;
import org.entente.audit.record.Outcome;
import org.entente.audit.record.RecordParser;
import org.entente.audit.record.RecordRejected;
import org.entente.audit.record.SentRecord;

/**
 * Whether entries are found by what they say, by whom they may be, and what is kept beside them is
 * theirs. Pure.
 */
final class DerivedCheck {

  private final Chunk chunk;
  private final List<Finding> findings = new ArrayList<>();

  private DerivedCheck(Chunk chunk) {
    this.chunk = chunk;
  }

  static List<Finding> of(Chunk chunk) {
    var check = new DerivedCheck(chunk);
    chunk.rows().stream().filter(Row::intact).forEach(check::row);
    return check.findings;
  }

  private void row(Row row) {
    if (row.content().isEmpty()) {
      tell(row, "is no record that can be read now");
      return;
    }
    var content = row.content().get();
    columns(row, content);
    objects(row, content);
    readers(row, content, chunk.derived().readers().getOrDefault(row.index(), Set.of()));
    var personal = chunk.derived().personal().get(row.index());
    if (personal != null && !isOf(row, content, personal)) {
      tell(row, "what is disclosed beside it is not its own");
    }
  }

  private void columns(Row row, AccessRecord content) {
    if (!row.columns().equals(Columns.of(content))) {
      tell(row, "what it is searched by is not what it says");
    }
    var key = chunk.derived().keys().get(content.uid());
    if (key == null || !key.equals(new KeyTarget(row.index(), row.stored().node().octets()))) {
      tell(row, "its idempotency key does not lead to it");
    }
  }

  private void objects(Row row, AccessRecord content) {
    for (var object : content.objects()) {
      if (!chunk.derived().objects().contains(new Mention(object, row.index()))) {
        tell(row, "is not found by an object it is about");
      }
    }
  }

  /**
   * Who else may read an entry, the configuration of its day said. Always holds that its own party
   * may, and that nobody else may what was not let in; what becomes of the log is everybody's.
   */
  private void readers(Row row, AccessRecord content, Set<String> readers) {
    if (content.isOfTheLog()) {
      return;
    }
    var own = content.party();
    if (!own.equals(Actor.UNKNOWN) && !readers.contains(own)) {
      tell(row, "its own party may not read it");
    }
    var others =
        readers.stream()
            .filter(reader -> !reader.equals(own))
            .filter(reader -> content.recipient().filter(reader::equals).isEmpty())
            .collect(Collectors.toSet());
    var shared = content.outcome() == Outcome.ALLOWED && content.collection().isPresent();
    if (!others.isEmpty() && !shared) {
      tell(row, "may be read by a party that is not concerned");
    }
  }

  /**
   * All of what was sent beside the leaf, or nothing: it is erased as a whole. A leaf from before
   * anything was disclosed says itself who acted.
   */
  private static boolean isOf(Row row, AccessRecord content, Personal personal) {
    if (personal.disclosures().isEmpty()) {
      return !content.actor().equals(Actor.UNKNOWN)
          && content.actor().equals(personal.actor())
          && personal.numbers().isEmpty();
    }
    try {
      var sent = new ByteArrayOutputStream();
      sent.writeBytes(row.body().toByteArray());
      sent.writeBytes(("~" + personal.disclosures()).getBytes(ISO_8859_1));
      var disclosed = RecordParser.parse(SentRecord.of(sent.toByteArray()));
      return disclosed.actor().equals(personal.actor())
          && personal.numbers().equals(numbers(disclosed));
    } catch (DisclosureRejected | RecordRejected _) {
      return false;
    }
  }

  private static Set<Counted> numbers(AccessRecord content) {
    return content
        .number()
        .map(number -> Set.of(new Counted(content.party(), content.actor(), number)))
        .orElse(Set.of());
  }

  private void tell(Row row, String detail) {
    findings.add(Finding.derived(Finding.entry(row.index()), detail));
  }
}
