package org.entente.e2e.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.local.postgres.Postgres;

/**
 * A disk of its own under the log's database, in memory, until closed. PostgreSQL's journal and the
 * indicators stay where they are. The audit-service starts again when it comes and when it goes.
 */
public final class SmallDisk implements AutoCloseable {

  private static final int MIB = 1 << 20;
  private static final String SUPERUSER = "postgres";

  private final Scene scene;
  private final Path folder;

  private SmallDisk(Scene scene, Path folder) {
    this.scene = scene;
    this.folder = folder;
  }

  /**
   * Skips the test where this account may not mount one.
   *
   * @param folder empty
   */
  public static SmallDisk underTheLog(Scene scene, Path folder) {
    var mount = List.of("mount", "-t", "tmpfs", "-o", "size=256m", "tmpfs", folder.toString());
    assumeTrue(
        Program.run(folder, mount).exit() == 0,
        "A full disk was not tried: this account may not mount a small one.");
    var disk = new SmallDisk(scene, folder);
    try {
      var place = Files.createDirectory(folder.resolve("database"));
      disk.superuser("CREATE TABLESPACE small_disk LOCATION '" + place + "'");
      disk.move("small_disk");
    } catch (IOException e) {
      disk.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      disk.close();
      throw e;
    }
    return disk;
  }

  private void move(String tablespace) {
    scene.auditService().stop();
    superuser("ALTER DATABASE audit SET TABLESPACE " + tablespace);
    scene.auditService().start();
  }

  private void superuser(String sql) {
    Postgres postgres = scene.exchange().postgres();
    postgres.execute(SUPERUSER, sql);
  }

  /** Leaves no room on it. */
  public void fill() {
    try (var out = Files.newOutputStream(filler())) {
      for (var block = new byte[MIB]; ; ) {
        out.write(block);
      }
    } catch (IOException _) {
      assertTrue(filler().toFile().length() > MIB, "the disk is full now");
    }
  }

  /** Makes room again. */
  public void free() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() {
    free();
    try {
      move("pg_default");
      superuser("DROP TABLESPACE IF EXISTS small_disk");
    } finally {
      Program.run(folder, List.of("umount", "-l", folder.toString()));
    }
  }
}
