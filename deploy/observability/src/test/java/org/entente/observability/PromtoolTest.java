package org.entente.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus itself says of the rules. */
class PromtoolTest {

  @TempDir Path folder;

  @BeforeEach
  void the_rules_are_unwrapped() throws IOException {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool"))),
        "promtool is not installed (Debian: prometheus): the rules are not played");
    for (var file : Texts.in("rules")) {
      Files.write(
          folder.resolve(file.getFileName()),
          new YAMLMapper().writeValueAsBytes(Texts.parse(file).path("spec")));
    }
  }

  @Test
  void the_rules_are_rules() throws Exception {
    var command = new ArrayList<>(List.of("promtool", "check", "rules"));
    Texts.in("rules").forEach(file -> command.add(file.getFileName().toString()));

    assertEquals("", failure(command));
  }

  @Test
  void alerts_fire_when_they_must_and_are_silent_when_all_is_well() throws Exception {
    var command = new ArrayList<>(List.of("promtool", "test", "rules"));
    for (var file : Texts.in("src/test/promtool")) {
      Files.copy(file, folder.resolve(file.getFileName()));
      command.add(file.getFileName().toString());
    }

    assertEquals("", failure(command));
  }

  private String failure(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return "promtool does not end";
    }
    return process.exitValue() == 0 ? "" : said;
  }
}
