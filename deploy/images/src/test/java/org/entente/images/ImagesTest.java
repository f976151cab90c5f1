package org.entente.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The three images, built twice from what Maven packaged, and an exchange whose services run from
 * them as the pods of {@code deploy/kubernetes} do: nobody is root, nothing is writable.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImagesTest {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  private static final Path TARGET = REPOSITORY.resolve("deploy/images/target");
  private static final String USER = "10001";
  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** Layers that hold what is in Git and in the repository of libraries, and the JDK. */
  private static final int OF_BASE_RUNTIME_LIBRARIES_AND_CODE = 4;

  private final Engine engine;
  private final ImagesUnderTest images;

  ImagesTest() throws IOException {
    engine = Engine.in(TARGET.resolve("engine"));
    images = new ImagesUnderTest(engine, REPOSITORY);
  }

  @BeforeAll
  void build() {
    images.build("first", "--without-cache");
    images.build("second");
    images.start(TARGET.resolve("exchange"));
  }

  @AfterAll
  void end() {
    images.close();
  }

  @Test
  @Order(1)
  void an_exchange_of_images_does_what_an_exchange_does() {
    // Then: every cache was accepted, or the virtual machines would have ended.
    new Story(images.exchange()).play(REPOSITORY.resolve("deploy/local/samples/bybit-2025.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void what_was_built_twice_is_the_same_but_for_the_cache(String service) throws IOException {
    // When
    var first = layers(images.inspect(service, "first"));
    var second = layers(images.inspect(service, "second"));

    // Then
    assertEquals(first, second.subList(0, second.size() - 1));
    assertTrue(first.size() > OF_BASE_RUNTIME_LIBRARIES_AND_CODE);
  }

  @Test
  void the_images_share_base_and_runtime() throws IOException {
    // When
    var gateway = layers(images.inspect("sharing-gateway", "second")).subList(0, 2);
    var log = layers(images.inspect("audit-service", "second")).subList(0, 2);

    // Then
    assertEquals(gateway, log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void an_image_says_what_it_is(String service) throws IOException {
    // When
    var config = images.inspect(service, "second").at("/Config");

    // Then
    var labels = config.path("Labels");
    assertEquals(USER + ":" + USER, config.path("User").asText());
    assertEquals("Entente " + service, labels.path("org.opencontainers.image.title").asText());
    assertEquals("Apache-2.0", labels.path("org.opencontainers.image.licenses").asText());
    assertFalse(labels.path("org.opencontainers.image.version").asText().isEmpty());
    assertFalse(labels.path("org.opencontainers.image.revision").asText().isEmpty());
    var bill =
        images
            .root(service)
            .resolve(labels.path("org.entente.bill-of-materials").asText().substring(1));
    var packaged = REPOSITORY.resolve(service).resolve("target/bom.json");
    assertEquals(Files.readString(packaged), Files.readString(bill));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void a_service_is_not_root_and_has_nothing_to_become_it_with(String service) throws IOException {
    // When
    var status = Files.readString(images.process(service).resolve("status"));

    // Then
    assertTrue(status.matches("(?s).*\nUid:\t" + USER + "\t" + USER + "\t.*"), status);
    assertTrue(status.contains("\nNoNewPrivs:\t1\n"), status);
    for (var set : List.of("CapPrm", "CapEff", "CapBnd", "CapAmb")) {
      assertTrue(status.contains("\n" + set + ":\t0000000000000000\n"), status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void nothing_but_tmp_can_be_written_and_no_file_belongs_to_the_service(String service)
      throws IOException {
    // When
    var mounts = Files.readAllLines(images.process(service).resolve("mounts"));

    // Then
    assertTrue(mounts.stream().anyMatch(line -> line.matches("\\S+ / overlay ro,.*")));
    var writable = files(service).stream().filter(ImagesTest::isAnothersToWrite);
    assertEquals(List.of(), writable.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sharing-gateway", "indicator-service", "audit-service"})
  void there_is_no_shell_no_tool_and_no_key(String service) throws IOException {
    // When
    var root = images.root(service);

    // Then
    for (var tool : List.of("bin/sh", "bin/bash", "usr/bin/apt", "usr/bin/dpkg", "usr/bin/perl")) {
      assertFalse(Files.exists(root.resolve(tool)), tool);
    }
    try (var tools = Files.list(root.resolve("opt/java/bin"))) {
      assertEquals(List.of("java"), tools.map(tool -> tool.getFileName().toString()).toList());
    }
    var keys =
        files(service).stream()
            .filter(file -> file.toString().matches(".*\\.(key|p12|pfx|jks|pem)"));
    assertEquals(List.of(), keys.toList());
  }

  @Test
  void the_runtime_lacks_nothing_that_is_only_found_by_name() {
    // Given
    var probe = List.of("-cp", TARGET.resolve("test-classes").toString(), Probe.class.getName());

    // When
    var here = engine.run(java(Path.of(System.getProperty("java.home")), probe));
    var inImages = engine.run(java(TARGET.resolve("stage/runtime"), probe));

    // Then
    assertTrue(here.contains("2026년 11월 26일"), here);
    assertEquals(here, inImages);
  }

  private static String[] java(Path home, List<String> arguments) {
    return Stream.concat(Stream.of(home.resolve("bin/java").toString()), arguments.stream())
        .toArray(String[]::new);
  }

  private List<Path> files(String service) throws IOException {
    var all = new ArrayList<Path>();
    for (var folder : List.of("opt", "etc", "usr")) {
      try (var files = Files.walk(images.root(service).resolve(folder))) {
        all.addAll(files.toList());
      }
    }
    return all;
  }

  private static boolean isAnothersToWrite(Path file) {
    try {
      return !Files.isSymbolicLink(file)
          && (Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains)
              || Files.getAttribute(file, "unix:uid").equals(Integer.valueOf(USER)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> layers(JsonNode image) {
    return StreamSupport.stream(image.at("/RootFS/Layers").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
