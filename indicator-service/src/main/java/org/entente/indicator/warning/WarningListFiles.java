package org.entente.indicator.warning;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Loads the warning lists once, when the service starts.
final class WarningListFiles {
  /// Brought along, under `warning-lists/`.
  static final List<String> BUILT_IN =
      List.of(
          "exchanges",
          "bridges",
          "burn-addresses",
          "victims",
          "public-hosts",
          "security-vendors",
          "shared-networks",
          "harmless-files");

  private WarningListFiles() {}

  @Produces
  @Singleton
  static WarningLists load(WarningListConfig config) {
    Map<String, WarningList> lists = new LinkedHashMap<>();
    BUILT_IN.stream().map(WarningListFiles::resource).forEach(l -> lists.put(l.name(), l));
    List<WarningList> own = config.folder().map(WarningListFiles::folder).orElse(List.of());
    // Refuses two of its own with one name before they replace each other.
    new WarningLists(own);
    own.forEach(list -> lists.put(list.name(), list));
    return new WarningLists(List.copyOf(lists.values()));
  }

  private static WarningList resource(String name) {
    String path = "/warning-lists/" + name + ".json";
    try (InputStream in = WarningListFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new WarningListInvalid(name, "it was not built in");
      }
      return WarningListReader.read(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<WarningList> folder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(WarningListFiles::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("entente.warning-lists.folder", e);
    }
  }

  private static WarningList file(Path file) {
    try {
      return WarningListReader.read(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
