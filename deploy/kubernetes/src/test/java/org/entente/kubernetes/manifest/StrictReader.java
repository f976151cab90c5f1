package org.entente.kubernetes.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads objects into Kubernetes' own types. A field that the type has not is a fault, as is a value
 * of another type; required fields are not looked for. Thread-safe.
 */
public final class StrictReader {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // The API server makes no text of a number and no number of a text.
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .annotationIntrospector(new NoCatchAll())
          .build();

  static {
    for (var scalar :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      JSON.coercionConfigFor(LogicalType.Textual).setCoercion(scalar, CoercionAction.Fail);
    }
  }

  private final KubernetesSerialization kinds = new KubernetesSerialization();
  private final CustomResources customResources = CustomResources.load();

  /** The models put what they do not know aside; here it must not find a place. */
  private static final class NoCatchAll extends JacksonAnnotationIntrospector {
    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }

  /** Everything that is wrong with these objects; nothing if they are right. */
  public List<String> faults(Manifests manifests) {
    return manifests.all().stream().flatMap(this::faults).toList();
  }

  private Stream<String> faults(Manifest manifest) {
    var type = kinds.getRegisteredKubernetesResource(manifest.apiVersion(), manifest.kind());
    if (type == null) {
      return customResources.faults(manifest);
    }
    try {
      JSON.treeToValue(manifest.json(), type);
      return Stream.of();
    } catch (JsonMappingException e) {
      return Stream.of(manifest + ": " + path(e) + ": " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      return Stream.of(manifest + ": " + e.getOriginalMessage());
    }
  }

  /** As typed objects, for those who need them so. */
  public <T> List<T> read(Manifests manifests, Class<T> type) {
    return manifests
        .ofKind(type.getSimpleName())
        .map(manifest -> JSON.convertValue(manifest.json(), type))
        .toList();
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
