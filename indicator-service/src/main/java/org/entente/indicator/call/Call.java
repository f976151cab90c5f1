package org.entente.indicator.call;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.indicator.audit.Actor;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Trait;
import org.entente.stix.release.Reader;
import org.jspecify.annotations.Nullable;

/// One call while it is worked on: who asks, with which query, and what is known of it so far.
/// Confined to one thread.
public final class Call {
  private final Actor actor;
  private final Map<String, List<String>> query;
  private final Map<String, String> headers;
  private final Map<Fact, Object> facts = new EnumMap<>(Fact.class);
  private @Nullable Reader reader;

  /// Starts a call.
  ///
  /// @param query decoded parameters, each with all its values
  /// @param headers the first value of each header, names in lower case
  Call(Actor actor, Map<String, List<String>> query, Map<String, String> headers) {
    this.actor = actor;
    this.query = query;
    this.headers = headers;
  }

  /// Who asks.
  public Actor actor() {
    return actor;
  }

  /// Where the caller reads from.
  public Reader reader() {
    return Objects.requireNonNull(reader, "asked before the caller's place was looked up");
  }

  void seat(Reader known) {
    reader = known;
  }

  /// The partner that asks.
  public String partner() {
    return actor.partner();
  }

  /// Whether the access token allows this scope.
  public boolean allows(String scope) {
    return List.of(actor.text(Trait.SCOPES).split(" ")).contains(scope);
  }

  /// Query parameters, decoded.
  public Map<String, List<String>> query() {
    return query;
  }

  /// A request header; its name in lower case.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Adds what became known; it is recorded however the call ends.
  public void note(Fact fact, String text) {
    facts.put(fact, text);
  }

  /// Adds a number.
  public void note(Fact fact, long number) {
    facts.put(fact, number);
  }

  /// Takes back what the record must not say.
  public void conceal(Fact fact) {
    facts.remove(fact);
  }

  /// What is known so far.
  public Map<Fact, Object> facts() {
    return Map.copyOf(facts);
  }
}
