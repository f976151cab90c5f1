package org.entente.kubernetes.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.PropertyNamesMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Which properties a packaged service reads at run time: its own mappings, and those of the
 * extensions it has. What is fixed when it is built does not count: at run time it has no effect.
 */
final class KnownProperties {

  private static final String ROOTS = "META-INF/quarkus-config-roots.list";
  private static final String OWN = "org/entente/";

  private final PropertyNamesMatcher names;

  private KnownProperties(PropertyNamesMatcher names) {
    this.names = names;
  }

  static KnownProperties of(Packaged service) throws IOException {
    var own = jars(service.folder().resolve("app"));
    var extensions = jars(service.folder().resolve("lib/main"));
    var boot = jars(service.folder().resolve("lib/boot"));
    var urls = Stream.of(own, extensions, boot).flatMap(List::stream).map(KnownProperties::url);
    try (var loader =
        new URLClassLoader(urls.toArray(URL[]::new), KnownProperties.class.getClassLoader())) {
      var mappings =
          Stream.concat(
                  own.stream().flatMap(KnownProperties::classes),
                  extensions.stream().flatMap(KnownProperties::roots))
              .flatMap(name -> mapping(name, loader).stream())
              .toList();
      return new KnownProperties(ConfigMappings.propertyNamesMatcher(mappings));
    }
  }

  /** The service's own, and what each is when nobody says; empty for what has no such value. */
  static Map<String, String> own(Packaged service) throws IOException {
    var jars = Stream.of("app", "lib/main", "lib/boot").map(service.folder()::resolve).toList();
    var urls = new ArrayList<URL>();
    for (var folder : jars) {
      jars(folder).forEach(jar -> urls.add(url(jar)));
    }
    var own = new TreeMap<String, String>();
    try (var loader =
        new URLClassLoader(urls.toArray(URL[]::new), KnownProperties.class.getClassLoader())) {
      jars(service.folder().resolve("app")).stream()
          .flatMap(KnownProperties::classes)
          .flatMap(name -> mapping(name, loader).stream())
          .forEach(mapping ->
              ConfigMappings.getProperties(mapping)
                  .forEach((name, property) -> own.put(name, standard(property))));
    }
    own.keySet().removeIf(name -> name.endsWith("[*]")); // the same list, one by one
    return own;
  }

  private static String standard(Property property) {
    return property.hasDefaultValue() ? property.getDefaultValue() : "";
  }

  boolean has(String property) {
    return names.matches(property);
  }

  private static Optional<ConfigClass> mapping(String name, ClassLoader loader) {
    try {
      var type = Class.forName(name, false, loader);
      var mapping = type.getAnnotation(ConfigMapping.class);
      return mapping == null || isFixed(type)
          ? Optional.empty()
          : Optional.of(ConfigClass.configClass(type, mapping.prefix()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (NoClassDefFoundError e) {
      return Optional.empty(); // a class of an extension that is left out
    }
  }

  /** Quarkus' own annotation is not on our class path, and says so as text. */
  private static boolean isFixed(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .map(Object::toString)
        .filter(annotation -> annotation.contains(".ConfigRoot("))
        .anyMatch(annotation -> !annotation.contains("phase=RUN_TIME"));
  }

  private static Stream<String> classes(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(OWN) && name.endsWith("Config.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> roots(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      var list = file.getEntry(ROOTS);
      return list == null
          ? Stream.of()
          : new String(file.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
