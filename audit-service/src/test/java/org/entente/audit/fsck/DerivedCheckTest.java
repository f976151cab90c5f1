package org.entente.audit.fsck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.audit.SampleRecord;
import org.entente.audit.fsck.Chunk.Counted;
import org.entente.audit.fsck.Chunk.Derived;
import org.entente.audit.fsck.Chunk.KeyTarget;
import org.entente.audit.fsck.Chunk.Personal;
import org.entente.audit.record.RecordParser;
import org.entente.log.LeafHash;
import org.entente.log.Octets;
import org.junit.jupiter.api.Test;

/** An entry from before personal fields were disclosed is no damage; {@link DamagedLogTest} is. */
class DerivedCheckTest {

  private static final byte[] FROM_BEFORE =
      SampleRecord.fresh()
          .of("kr", "-")
          .leaf()
          .replaceFirst("\"uid\":\"-\"", "\"uid\":\"kr-feed\"")
          .replaceFirst("\"_sd\":\\[[^]]*\\]", "\"ip\":\"127.0.0.1\"")
          .replace("}]}", "}],\"unmapped\":{\"query\":\"limit=5\"}}")
          .getBytes(StandardCharsets.UTF_8);

  private static String found(Personal personal) {
    var content = RecordParser.leaf(FROM_BEFORE);
    var leaf = LeafHash.ofEntry(FROM_BEFORE);
    var rows = List.of(Row.of(0, leaf, Octets.of(FROM_BEFORE), 1, Columns.of(content)));
    var derived =
        new Derived(
            Map.of(content.uid(), new KeyTarget(0, leaf.node().octets())),
            Chunk.mentions(rows).collect(Collectors.toSet()),
            Map.of(0L, Set.of("kr")),
            Map.of(0L, personal));
    return DerivedCheck.of(new Chunk(0, 1, 0, rows, Map.of(), List.of(), derived)).toString();
  }

  @Test
  void the_actor_that_moved_beside_its_leaf_is_its_own() {
    assertEquals("[]", found(new Personal("kr-feed", "", Set.of())));
  }

  @Test
  void another_actor_or_a_number_is_not() {
    var foreign = "[entry 0: what is disclosed beside it is not its own]";
    var number = Set.of(new Counted("kr", "kr-feed", 7));

    assertEquals(foreign, found(new Personal("eu-feed", "", Set.of())));
    assertEquals(foreign, found(new Personal("-", "", Set.of())));
    assertEquals(foreign, found(new Personal("kr-feed", "", number)));
  }
}
