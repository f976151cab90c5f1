package org.entente.indicator.withholding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.indicator.exchange.Gateway;
import org.entente.indicator.exchange.Manifest;
import org.entente.indicator.exchange.Stix;
import org.entente.indicator.withholding.Step.Perform;
import org.entente.indicator.withholding.Step.Submit;
import org.entente.stix.marking.Tlp;

/// One of the two exchanges that are compared: a collection, and a history written for it.
///
/// @param name part of every id and value of this side
/// @param since when it began, for the reader
/// @param submissions ids of what was submitted
record Side(
    Gateway gateway,
    Asker asker,
    String collection,
    String name,
    String reader,
    String since,
    List<String> submissions) {
  /// Begins behind an object that everybody has.
  static Side begin(Asker asker, String collection, String name, String reader) {
    Gateway gateway = asker.gateway();
    Side side = new Side(gateway, asker, collection, name, reader, "", new ArrayList<>());
    Thing mark = new Thing(Step.OBJECTS, 1, Tlp.GREEN, "", "");
    side.submit(List.of(mark), "\"n\":1", "");
    String id = Thing.id(name, Step.OBJECTS);
    String since = gateway.object(reader, collection, id).header("X-TAXII-Date-Added-Last");
    return new Side(gateway, asker, collection, name, reader, since, new ArrayList<>());
  }

  /// Plays a history and notes every version the reader ever has.
  Set<String> play(List<Step> steps) {
    Set<String> seen = new HashSet<>();
    for (Step step : steps) {
      switch (step) {
        case Submit(List<Thing> things, String claims) -> submit(things, claims, "");
        case Perform perform -> perform(perform);
      }
      seen.addAll(seen());
    }
    return seen;
  }

  /// Plays what is left of a history when everything else had never been submitted. A body that
  /// loses something says something else instead, for what a reader may not see of a body need not
  /// be an object.
  void playOnly(Set<String> versions, List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case Submit(List<Thing> things, String claims) -> {
          List<Thing> left = things.stream().filter(t -> versions.contains(key(t))).toList();
          if (!left.isEmpty()) {
            String more = left.size() < things.size() ? "\"x_note\":1," : "";
            submit(left, claims, more);
          }
        }
        case Perform perform -> {
          if (versions.contains(key(perform.thing()))) {
            perform(perform);
          }
        }
      }
    }
  }

  static String key(Thing thing) {
    return thing.number() + "." + (Thing.observable(thing.number()) ? "" : thing.modified());
  }

  private void submit(List<Thing> things, String claims, String more) {
    if (things.isEmpty()) {
      return;
    }
    List<String> texts = things.stream().map(thing -> thing.text(name)).toList();
    String body = Stix.envelope(texts).replaceFirst("\\{", "{" + more);
    Response answer =
        gateway.submit("ca", collection, Manifest.claiming(claims), body.getBytes(UTF_8));
    answer.then().statusCode(202);
    if (answer.<Integer>path("failure_count") > 0) {
      throw new AssertionError(answer.asString());
    }
    submissions.add(answer.path("id"));
  }

  private void perform(Perform act) {
    Thing thing = act.thing();
    String version =
        Thing.observable(thing.number()) ? "" : "\"version\":\"" + thing.modified() + "\",";
    String acts =
        "{\"acts\":[{\"act\":\"%s\",\"object\":\"%s\",%s\"to\":[\"%s\"],\"reason\":\"r\"}]}"
            .formatted(act.kind(), Thing.id(name, thing.number()), version, act.to());
    gateway.act("ca", collection, Manifest.fresh(), acts).then().statusCode(202);
  }

  private Set<String> seen() {
    Set<String> seen = new TreeSet<>();
    String page = "/v1/collections/" + collection + "/objects?match[version]=all&added_after=";
    for (JsonNode object : parse(asker.get(reader, page + since).body()).path("objects")) {
      IntStream.range(0, Step.OBJECTS)
          .filter(number -> Thing.id(name, number).equals(object.path("id").asText()))
          .forEach(number -> seen.add(number + "." + object.path("modified").asText()));
    }
    return seen;
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Every way to ask, in the words of this side.
  List<String> questions() {
    List<String> asked = new ArrayList<>();
    String base = "/v1/collections/" + collection;
    for (String list : List.of("/objects", "/manifest")) {
      for (String filter :
          List.of(
              "match[version]=all&limit=1", "limit=2", "match[type]=url", "match[version]=first")) {
        asked.add(base + list + "?added_after=" + since + "&" + filter);
      }
    }
    asked.add(base + "/withdrawals?limit=1&added_after=" + since);
    asked.add(base + "/objects?limit=x");
    IntStream.range(0, Step.OBJECTS)
        .forEach(number -> about(base, Thing.id(name, number), number, asked));
    String nobodys = UUID.randomUUID().toString();
    asked.add("/v1/status/" + (submissions.isEmpty() ? nobodys : submissions.getLast()));
    return asked;
  }

  private void about(String base, String id, int number, List<String> asked) {
    asked.add(base + "/objects/" + id + "?match[version]=all&limit=1");
    asked.add(base + "/objects/" + id + "/versions");
    asked.add(base + "/objects?match[version]=all&match[id]=" + id);
    asked.add(base + "/objects?match[version]=2026-11-02T00:00:00Z&match[id]=" + id);
    asked.add("/v1/evidence?collection=" + collection + "&object=" + id);
    asked.add("/v1/lookup?value=" + Thing.value(name, number));
  }
}
