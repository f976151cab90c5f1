package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.agreement.AgreementWatch.Sight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementWatchTest {

  private static final Sight NOTHING = new Sight.Nothing();

  @TempDir Path folder;
  Example example;
  AgreementWatch watch;

  @BeforeEach
  void an_agreement_is_in_force() {
    example = new Example(folder);
    watch = new AgreementWatch(example.file(), example.file().reading());
  }

  @Test
  void nothing_is_seen_while_nothing_changes() {
    assertEquals(NOTHING, watch.look());
    assertEquals(NOTHING, watch.look());
  }

  @Test
  void a_change_counts_when_two_looks_have_seen_it_and_until_it_is_taken() {
    // Given
    example.write(Example.text().replace("title: Entente exchange", "title: Another"));

    // When
    var first = watch.look();
    var second = assertInstanceOf(Sight.Another.class, watch.look());

    // Then
    assertEquals(NOTHING, first);
    assertEquals("Another", second.agreement().title());
    assertInstanceOf(Sight.Another.class, watch.look(), "nobody has taken it");
    watch.take(second.agreement());
    assertEquals(NOTHING, watch.look());
  }

  @Test
  void what_was_in_force_must_be_taken_again_after_one_that_could_not_be() {
    // Given
    example.write(Example.text().replace("title: Entente exchange", "title: Another"));
    watch.look();
    assertInstanceOf(Sight.Another.class, watch.look());

    // When
    example.write(Example.text());
    watch.look();
    var before = assertInstanceOf(Sight.Another.class, watch.look());

    // Then
    assertEquals("Entente exchange", before.agreement().title());
    watch.take(before.agreement());
    assertEquals(NOTHING, watch.look());
  }

  @Test
  void what_an_editor_is_in_the_middle_of_is_not_told() {
    // Given
    example.write(Example.text().substring(0, Example.text().indexOf("collections:")));
    assertEquals(NOTHING, watch.look());

    // When
    example.write(Example.text());

    // Then
    assertEquals(NOTHING, watch.look());
    assertEquals(NOTHING, watch.look());
  }

  @Test
  void faults_are_told_once_and_so_is_their_end() {
    // Given
    example.write(Example.text().replace("version: 1", "version: 2"));

    // When
    watch.look();
    var told = assertInstanceOf(Sight.Faulty.class, watch.look());

    // Then
    assertEquals("must be 1", told.rejected().faults().getFirst().problem());
    assertEquals(NOTHING, watch.look());
    example.write(Example.text());
    assertEquals(NOTHING, watch.look());
    assertEquals(new Sight.Again(), watch.look());
    assertEquals(NOTHING, watch.look());
  }

  @Test
  void another_certificate_in_the_same_file_is_a_change() {
    // Given
    Example.copy(folder.resolve("jp/signing-ca.crt"), folder.resolve("kr/signing-ca.crt"));

    // When
    watch.look();

    // Then
    assertInstanceOf(Sight.Another.class, watch.look());
  }

  /** As Kubernetes puts a ConfigMap in place: links to a folder that is exchanged as a whole. */
  @Test
  void a_folder_that_is_swapped_is_read_from_one_side_of_the_swap() throws Exception {
    // Given
    var mount = Files.createDirectory(folder.resolve("mount"));
    var second = new Example(folder.resolve("second"));
    Files.createSymbolicLink(mount.resolve("..data"), folder);
    Files.createSymbolicLink(mount.resolve("exchange.yaml"), Path.of("..data/exchange.yaml"));
    var mounted = new AgreementFile(mount.resolve("exchange.yaml"));
    var before = mounted.read();

    // When
    Files.delete(mount.resolve("..data"));
    Files.createSymbolicLink(mount.resolve("..data"), folder.resolve("second"));

    // Then
    assertEquals(example.file().read().digest(), before.digest());
    assertEquals(second.file().read().digest(), mounted.read().digest());
    assertTrue(Files.notExists(mount.resolve("kr")), "anchors are not looked for beside the link");
  }
}
