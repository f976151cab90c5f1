package org.entente.kit.pull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.kit.client.ExchangeClient.Page;
import org.entente.kit.file.Disk;
import org.entente.kit.file.FileMismatch;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.stix.StixSlice;

/// Keeps pages as served (`pages/000001.json`) and a file per object (`objects/000001-<id>.json`),
/// numbered from 1 over all runs.
public final class FolderKeeper implements PageKeeper {

  private static final Pattern NUMBERED = Pattern.compile("([0-9]{6,18})[-.].*");

  private final Disk disk;
  private final Path pages;
  private final Path objects;

  /// Keeps below this folder.
  public FolderKeeper(Disk disk, Path folder) {
    this.disk = disk;
    this.pages = folder.resolve("pages");
    this.objects = folder.resolve("objects");
  }

  @Override
  public void begin() {
    if (!behind(pages, 0).isEmpty() || !behind(objects, 0).isEmpty()) {
      throw new FileMismatch(
          objects + " holds objects already, and no place tells which. Name another --out.");
    }
  }

  @Override
  public void resume(Progress place) {
    behind(pages, place.pages()).forEach(disk::delete);
    behind(objects, place.objects()).forEach(disk::delete);
  }

  @Override
  public void keep(Progress before, Page page, List<StixSlice> slices) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long number = before.objects();
    for (StixSlice slice : slices) {
      number++;
      String name = slice.hasProperId() ? slice.id() : "object";
      files.put("%06d-%s.json".formatted(number, name), slice.bytes());
    }
    disk.writeAll(objects, files);
    disk.writeAll(pages, Map.of("%06d.json".formatted(before.pages() + 1), page.bytes()));
  }

  private static List<Path> behind(Path folder, long number) {
    List<Path> behind = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return behind;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = NUMBERED.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && Long.parseLong(name.group(1)) > number) {
          behind.add(file);
        }
      }
    } catch (IOException e) {
      throw new FileTrouble(folder + " cannot be read.", e);
    }
    return behind;
  }
}
