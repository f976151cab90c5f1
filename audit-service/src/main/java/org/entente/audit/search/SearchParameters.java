package org.entente.audit.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an auditor asks for, as text; all of it narrows, and all of it may be left out. */
public final class SearchParameters {

  @QueryParam("from")
  @Parameter(description = "Not before this time (RFC 3339), as the record says")
  public @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "Before this time (RFC 3339)")
  public @Nullable String to;

  @QueryParam("party")
  @Parameter(description = "The partner on whose behalf, - for unknown ones")
  public @Nullable String party;

  @QueryParam("actor")
  @Parameter(description = "The client or service, - for unknown ones")
  public @Nullable String actor;

  @QueryParam("operation")
  @Parameter(description = "For instance taxii.getObjects")
  public @Nullable String operation;

  @QueryParam("object")
  @Parameter(description = "Id of an object the access was about: who saw it?")
  public @Nullable String object;

  @QueryParam("value")
  @Parameter(
      description =
          "An object's id, or a wallet, domain, address, hash or other value: the ids of its"
              + " observable are looked for. Not found: objects that only mention it, and"
              + " observables whose id depends on more than the value")
  public @Nullable String value;

  @QueryParam("agency")
  @Parameter(description = "The actor's agency, or agency and role as cert-eu/liaison")
  public @Nullable String agency;

  @QueryParam("purpose")
  @Parameter(description = "The stated purpose, exactly")
  public @Nullable String purpose;

  @QueryParam("marking")
  @Parameter(description = "The strictest marking released or submitted, as the record says")
  public @Nullable String marking;

  @QueryParam("outcome")
  @Parameter(description = "allowed, denied or error")
  public @Nullable String outcome;

  @QueryParam("first")
  @Parameter(description = "No entries with a smaller index")
  public @Nullable String first;

  @QueryParam("limit")
  @Parameter(description = "Most entries, 1 to 200, 50 when left out; of exports 1 to 10000, 10000")
  public @Nullable String limit;

  @QueryParam("before")
  @Parameter(description = "Only entries with a smaller index: next of the page before")
  public @Nullable String before;

  @QueryParam("after")
  @Parameter(description = "Only entries with a larger index, the oldest of them: previous")
  public @Nullable String after;

  @QueryParam("last")
  @Parameter(description = "Largest index")
  public @Nullable String last;

  /** What narrows, by name; which page of the answer is meant narrows nothing. */
  private static final Map<String, Field> FIELDS =
      Map.ofEntries(
          Map.entry("party", new Field(asked -> asked.party, (asked, text) -> asked.party = text)),
          Map.entry("actor", new Field(asked -> asked.actor, (asked, text) -> asked.actor = text)),
          Map.entry(
              "agency", new Field(asked -> asked.agency, (asked, text) -> asked.agency = text)),
          Map.entry(
              "operation",
              new Field(asked -> asked.operation, (asked, text) -> asked.operation = text)),
          Map.entry(
              "object", new Field(asked -> asked.object, (asked, text) -> asked.object = text)),
          Map.entry("value", new Field(asked -> asked.value, (asked, text) -> asked.value = text)),
          Map.entry(
              "outcome", new Field(asked -> asked.outcome, (asked, text) -> asked.outcome = text)),
          Map.entry(
              "purpose", new Field(asked -> asked.purpose, (asked, text) -> asked.purpose = text)),
          Map.entry(
              "marking", new Field(asked -> asked.marking, (asked, text) -> asked.marking = text)),
          Map.entry("from", new Field(asked -> asked.from, (asked, text) -> asked.from = text)),
          Map.entry("to", new Field(asked -> asked.to, (asked, text) -> asked.to = text)),
          Map.entry("first", new Field(asked -> asked.first, (asked, text) -> asked.first = text)),
          Map.entry("last", new Field(asked -> asked.last, (asked, text) -> asked.last = text)));

  private record Field(
      Function<SearchParameters, @Nullable String> reading,
      BiConsumer<SearchParameters, String> filling) {}

  /** What these ask for by name, whatever page of the answer; nothing empty. */
  public SortedMap<String, String> byName() {
    var filled = new TreeMap<String, String>();
    FIELDS.forEach((name, field) -> {
      var text = field.reading().apply(this);
      if (text != null && !text.isBlank()) {
        filled.put(name, text.strip());
      }
    });
    return filled;
  }

  /** The same again, from any place on; what is no name here asks for nothing. */
  public static SearchParameters of(Map<String, String> byName) {
    var asked = new SearchParameters();
    byName.forEach((name, text) -> {
      var field = FIELDS.get(name);
      if (field != null) {
        field.filling().accept(asked, text);
      }
    });
    return asked;
  }

  /** Whether something can be asked for under this name. */
  public static boolean knows(String name) {
    return FIELDS.containsKey(name);
  }

  /** As the query of an address, names in order: one search has one text. */
  public static String text(Map<String, String> byName) {
    return new TreeMap<>(byName)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
  }
}
