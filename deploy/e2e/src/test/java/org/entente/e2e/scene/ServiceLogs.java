package org.entente.e2e.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.local.exchange.Exchange;
import org.entente.pki.Pki;

/** What the services, and their replicas, have written since it was last asked. */
public final class ServiceLogs {

  private static final List<String> SERVICES =
      List.of(Pki.GATEWAY, Pki.INDICATOR_SERVICE, Pki.AUDIT_SERVICE);

  private static final int BEGINNING = 5;

  private final List<Path> files;
  private final Map<Path, Long> begun = new HashMap<>();

  private ServiceLogs(List<Path> files) {
    this.files = files;
    files.forEach(file -> begun.put(file, file.toFile().length()));
  }

  /** One line. */
  public record Line(String file, String text) {}

  public static ServiceLogs of(Exchange exchange) {
    try (var folders = Files.list(exchange.folder())) {
      return new ServiceLogs(
          folders
              .filter(
                  folder -> SERVICES.stream().anyMatch(folder.getFileName().toString()::startsWith))
              .map(folder -> folder.resolve(folder.getFileName() + ".log"))
              .filter(Files::exists)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All lines that were written since this was made. */
  public Stream<Line> lines() {
    return files.stream().flatMap(file -> lines(file, begun.getOrDefault(file, 0L)));
  }

  /** The first lines of each, of its first start. */
  public Stream<Line> beginnings() {
    return files.stream().flatMap(file -> lines(file, 0).limit(BEGINNING));
  }

  private static Stream<Line> lines(Path file, long from) {
    try {
      var name = file.getFileName().toString();
      var bytes = Files.readAllBytes(file);
      var since = new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
      return since.lines().map(text -> new Line(name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
