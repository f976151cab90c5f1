package org.entente.gateway.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PropertiesTest {

  private static final Path FILE = Path.of("src", "main", "resources", "application.properties");

  @Test
  void the_contract_is_not_served_in_production_under_the_name_quarkus_has_for_that()
      throws IOException {
    var properties = new Properties();
    try (var in = Files.newInputStream(FILE)) {
      properties.load(in);
    }
    List<String> switches =
        properties.stringPropertyNames().stream()
            .filter(name -> name.startsWith("%prod.quarkus.smallrye-openapi.enable"))
            .map(name -> name + "=" + properties.getProperty(name))
            .toList();
    assertEquals(List.of("%prod.quarkus.smallrye-openapi.enabled=false"), switches);
  }
}
