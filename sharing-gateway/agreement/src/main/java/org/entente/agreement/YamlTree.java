package org.entente.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.entente.agreement.Faults.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML 1.2 as a JSON tree, and where in the text each value of it stands. */
final class YamlTree {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Place> places = new HashMap<>();
  private final Faults faults = new Faults(places);
  private final JsonNode root;

  private YamlTree(String text) {
    this.root = read(text);
  }

  static YamlTree of(String text) {
    return new YamlTree(text);
  }

  /** The tree; missing when the text is no YAML. */
  JsonNode root() {
    return root;
  }

  /** What was wrong so far, for more. */
  Faults faults() {
    return faults;
  }

  private JsonNode read(String text) {
    var settings = LoadSettings.builder().setLabel("exchange.yaml").build();
    try {
      new YamlEvents(faults).check(settings, text);
      if (faults.any()) {
        return JSON.missingNode(); // Nothing is built from what could stand for anything.
      }
      var node = new Compose(settings).composeString(text);
      return node.<JsonNode>map(found -> json(found, "")).orElse(JSON.missingNode());
    } catch (MarkedYamlEngineException e) {
      faults.add(YamlEvents.place(e.getProblemMark()), "", "no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      faults.add("", "no YAML: " + e.getMessage());
    }
    return JSON.missingNode();
  }

  private JsonNode json(Node node, String pointer) {
    places.putIfAbsent(pointer, YamlEvents.place(node.getStartMark()));
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer);
      case SequenceNode sequence -> array(sequence, pointer);
      case ScalarNode scalar -> scalar(scalar);
      default -> JSON.nullNode();
    };
  }

  private JsonNode object(MappingNode mapping, String pointer) {
    var object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        faults.add(YamlEvents.place(entry.getKeyNode().getStartMark()), pointer, "a key is a name");
        continue;
      }
      String own = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
      if (object.has(key.getValue())) {
        faults.add(YamlEvents.place(key.getStartMark()), own, "said twice");
        continue;
      }
      // The key is where a reader looks for it, not the first line of what belongs to it.
      places.put(own, YamlEvents.place(key.getStartMark()));
      object.set(key.getValue(), json(entry.getValueNode(), own));
    }
    return object;
  }

  private JsonNode array(SequenceNode sequence, String pointer) {
    var array = JSON.arrayNode();
    for (Node each : sequence.getValue()) {
      array.add(json(each, pointer + "/" + array.size()));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String value = scalar.getValue();
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(value));
    }
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    return tag.equals(Tag.INT) && value.matches("-?[0-9]{1,18}")
        ? JSON.numberNode(new BigInteger(value).longValueExact())
        : JSON.textNode(value);
  }
}
