package org.entente.kubernetes.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.kubernetes.manifest.Overlay;

/** A service as Maven built it. */
record Packaged(String name) {

  private static final Path REPOSITORY = Overlay.FOLDER.resolve("../..").normalize();
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  /** What its own configuration says. */
  Map<String, String> properties() {
    return Installed.parse(
        text(REPOSITORY.resolve(name).resolve("src/main/resources/application.properties")));
  }

  /** What its folder says of it. */
  String readme() {
    return text(REPOSITORY.resolve(name).resolve("README.md"));
  }

  /** The runnable jar and what it needs. */
  Path folder() {
    return REPOSITORY.resolve(name).resolve("target/quarkus-app");
  }

  /** Of the whole project. */
  static String version() {
    var pom = VERSION.matcher(text(REPOSITORY.resolve("pom.xml")));
    if (!pom.find()) {
      throw new IllegalStateException("the project has no version");
    }
    return pom.group(1);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
