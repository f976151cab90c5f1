package org.entente.audit.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command finds what the service is configured with, wherever that is. */
@SuppressWarnings("NullAway.Init") // filled before each test
class InstallationTest {

  private static final String LOCATIONS = "QUARKUS_CONFIG_LOCATIONS";

  @TempDir Path folder;

  @Test
  void the_files_that_the_environment_names_are_read_as_in_a_pod() throws Exception {
    // Given
    var service = write("service/application.properties", "entente.origin=o\n%prod.entente.b=p");
    var place = write("installation/installation.properties", "entente.c=${entente.origin}/2026");

    // When
    var found = here(environment(Map.of(LOCATIONS, service + "," + place, "ENTENTE_D", "e")));

    // Then
    assertEquals("o", found.required("entente.origin"));
    assertEquals("p", found.required("entente.b"));
    assertEquals("o/2026", found.required("entente.c"));
    assertEquals("e", found.required("entente.d"));
  }

  @Test
  void a_folder_that_a_system_property_names_is_read() throws Exception {
    // Given
    write("named/one.properties", "entente.one=1");
    write("named/two.properties", "entente.two=2");

    // When
    var found = here(property("quarkus.config.locations", folder.resolve("named")));

    // Then
    assertEquals("1", found.required("entente.one"));
    assertEquals("2", found.required("entente.two"));
  }

  @Test
  void the_other_name_of_the_same_is_known() throws Exception {
    var file = write("named/one.properties", "entente.one=1");

    assertEquals("1", here(property("smallrye.config.locations", file)).required("entente.one"));
  }

  @Test
  void what_names_a_file_decides_what_it_prevails_over() throws Exception {
    // Given
    var named = write("named.properties", "entente.from=named");
    write("config/application.properties", "entente.from=config\nentente.also=config");

    // Then
    var found = here(environment(Map.of(LOCATIONS, named.toString())));
    assertEquals("named", found.required("entente.from"));
    assertEquals("config", found.required("entente.also"));
    var above = property("entente.from", "property");
    assertEquals(
        "property",
        here(environment(Map.of(LOCATIONS, named.toString())), above).required("entente.from"));
  }

  @Test
  void what_nobody_says_is_asked_for_by_name() throws Exception {
    var found = here();
    assertEquals(Optional.empty(), found.text("entente.origin"));
    var refused = assertThrows(CannotRun.class, () -> found.required("entente.origin"));
    assertEquals("entente.origin is not configured", refused.getMessage());
  }

  private Installation here(ConfigSource... sources) throws IOException {
    return Installation.in(folder, new SmallRyeConfigBuilder().withSources(sources));
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static ConfigSource environment(Map<String, String> variables) {
    return new EnvConfigSource(variables, 300);
  }

  private static ConfigSource property(String name, Object value) {
    return new PropertiesConfigSource(Map.of(name, value.toString()), "properties", 400);
  }
}
