package org.entente.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service's bill of materials names what is packaged, and nothing else. */
class BillOfMaterialsTest {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void every_library_is_in_the_bill_and_the_bill_names_no_other(String service) throws IOException {
    // Given
    var application = REPOSITORY.resolve(service).resolve("target/quarkus-app");

    // When
    var named = components(bill(service)).map(BillOfMaterialsTest::fileName);

    // Then
    var packaged = new TreeSet<>(jars(application.resolve("lib/main")));
    packaged.addAll(jars(application.resolve("lib/boot")));
    assertEquals(packaged, named.collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void each_component_has_a_licence_and_a_digest(String service) throws IOException {
    // When
    var lacking =
        components(bill(service))
            .filter(component ->
                component.path("licenses").isEmpty()
                    || !component.path("hashes").toString().contains("SHA-256"))
            .map(BillOfMaterialsTest::fileName);

    // Then
    assertEquals(List.of(), lacking.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void the_bill_is_the_same_for_the_same_service_wherever_it_is_built(String service)
      throws IOException {
    // When
    var bill = bill(service);

    // Then
    assertEquals("1.6", bill.path("specVersion").asText());
    assertFalse(bill.has("serialNumber"));
    assertFalse(bill.path("metadata").has("timestamp"));
    assertFalse(bill.toString().contains(REPOSITORY.toString()));
    assertFalse(bill.toString().contains(System.getProperty("user.home") + "/"));
  }

  private static JsonNode bill(String service) throws IOException {
    var file = REPOSITORY.resolve(service).resolve("target/bom.json");
    return new ObjectMapper().readTree(file.toFile());
  }

  private static Stream<JsonNode> components(JsonNode bill) {
    return StreamSupport.stream(bill.path("components").spliterator(), false);
  }

  /** As Quarkus calls a library. */
  private static String fileName(JsonNode component) {
    return "%s.%s-%s.jar"
        .formatted(
            component.path("group").asText(),
            component.path("name").asText(),
            component.path("version").asText());
  }

  private static Set<String> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
