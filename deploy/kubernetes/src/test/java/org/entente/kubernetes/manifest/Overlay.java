package org.entente.kubernetes.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** One way to install the exchange. */
public enum Overlay {
  LOCAL,
  SINGLE_PARTY,
  TWO_PARTY;

  /** The folder {@code deploy/kubernetes}, where Maven runs the tests. */
  public static final Path FOLDER = Path.of("").toAbsolutePath();

  /** As the folder below {@code overlays/} is called. */
  public String folderName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where its sources are. */
  public Path folder() {
    return FOLDER.resolve("overlays").resolve(folderName());
  }

  /** The committed output of {@code kubectl kustomize}, as text. */
  public String rendered() {
    return text(FOLDER.resolve("rendered").resolve(folderName() + ".yaml"));
  }

  /** The same, parsed. */
  public Manifests manifests() {
    return Manifests.parse(rendered());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
