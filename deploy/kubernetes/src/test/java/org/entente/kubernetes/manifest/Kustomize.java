package org.entente.kubernetes.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What {@code kubectl kustomize} makes of a folder, where it is installed. */
public final class Kustomize {

  /** Whether {@code kubectl} is on the path. */
  public static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  /** The objects, one after the other. */
  public static String render(Path folder) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("kubectl", "kustomize", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), "kubectl kustomize " + folder);
    return output;
  }

  private Kustomize() {}
}
