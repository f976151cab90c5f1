package org.entente.kubernetes.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All objects of an installation. */
public record Manifests(List<Manifest> all) {

  /** Reads YAML. */
  public static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  public Manifests {
    all = List.copyOf(all);
  }

  /** One object per document. */
  public static Manifests parse(String yaml) {
    try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
      return new Manifests(documents.readAll().stream().map(Manifest::new).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of a kind, in order. */
  public Stream<Manifest> ofKind(String kind) {
    return all.stream().filter(manifest -> manifest.kind().equals(kind));
  }

  public Optional<Manifest> find(String kind, String name) {
    return ofKind(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
  }

  /** The one that must be there. */
  public Manifest get(String kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + name));
  }

  /** The same with one object changed: what a mistake would look like. */
  public Manifests changed(String kind, String name, Consumer<ObjectNode> mistake) {
    var original = get(kind, name);
    var changed = original.json().deepCopy();
    mistake.accept(changed);
    var rest = new ArrayList<>(all);
    rest.set(rest.indexOf(original), new Manifest(changed));
    return new Manifests(rest);
  }

  /** The same with one object more. */
  public Manifests with(String yaml) {
    return new Manifests(
        Stream.concat(all.stream(), Manifests.parse(yaml).all().stream()).toList());
  }
}
