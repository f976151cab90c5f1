package org.entente.stix.pattern;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.stix.address.Chain;
import org.entente.stix.observable.Declared;
import org.entente.stix.observable.WalletExtension;
import org.entente.stix.pattern.Condition.Comparison;
import org.entente.stix.pattern.Constant.Text;
import org.entente.stix.pattern.ObjectPath.Step;
import org.entente.stix.pattern.ObjectPath.Step.Property;

/// What the operands of one `AND` say about each other: `account_type` beside `user_id`, the chain
/// beside a wallet's value, `dst_ref.type` beside `dst_ref.value`. Such a comparison has no key of
/// its own and asks for nothing beyond the key it is part of.
final class Declarations {

  /// For a comparison that stands alone.
  static final Declarations NONE = new Declarations(List.of());

  private static final Set<String> ACCOUNT = Set.of("user_id", "account_login");
  private static final Set<String> WALLET = Set.of("value", "address");
  private static final List<Step> WALLET_EXTENSION =
      List.of(new Property("extensions"), new Property(WalletExtension.ID));

  private final Map<String, Comparison> declaring = new HashMap<>();
  private final Set<Condition> used = Collections.newSetFromMap(new IdentityHashMap<>());

  private Declarations(List<Condition> conditions) {
    for (var condition : conditions) {
      if (condition instanceof Comparison comparison) {
        place(comparison).ifPresent(place -> declaring.put(place, comparison));
      }
    }
  }

  static Declarations among(List<Condition> conditions) {
    var declarations = new Declarations(conditions);
    for (var condition : conditions) {
      if (condition instanceof Comparison comparison && Values.keyed(comparison)) {
        Values.observed(comparison.operator(), comparison.constants().getFirst())
            .ifPresent(
                value -> declarations.beside(comparison, Subject.of(comparison.path(), value)));
      }
    }
    return declarations;
  }

  /// Whether a comparison is already part of another's key.
  boolean contains(Condition condition) {
    return used.contains(condition);
  }

  int count() {
    return used.size();
  }

  /// What is declared beside a comparison; marks what it takes as used.
  Declared beside(Comparison comparison, Subject subject) {
    if (declaring.isEmpty()) {
      return Declared.NOTHING;
    }
    var owner = owner(comparison.path());
    var property = last(comparison.path());
    if (property.equals("value") && comparison.constants().size() == 1) {
      sameType(owner, subject);
    }
    if (subject.type().equals("user-account") && ACCOUNT.contains(property)) {
      return Declared.account(take(owner, "account_type"));
    }
    return subject.type().equals("cryptocurrency-wallet") && WALLET.contains(property)
        ? Declared.wallet(take(owner, "chain"), take(owner, "tag"))
        : Declared.NOTHING;
  }

  private void sameType(String owner, Subject subject) {
    var type = declaring.get(owner + ".type");
    if (type != null && text(type).equals(subject.type())) {
      used.add(type);
    }
  }

  private String take(String owner, String property) {
    var comparison = declaring.get(owner + "." + property);
    if (comparison == null) {
      return "";
    }
    used.add(comparison);
    return text(comparison);
  }

  /// Where it would be looked for, when it can declare something at all.
  private static Optional<String> place(Comparison comparison) {
    boolean equal = comparison.operator() == Operator.EQUAL && !comparison.negated();
    if (!equal || !(comparison.constants().getFirst() instanceof Text)) {
      return Optional.empty();
    }
    var path = comparison.path();
    return switch (last(path)) {
      case "type", "account_type" -> Optional.of(owner(path) + "." + last(path));
      case "chain" ->
          ofWallet(path) && Chain.of(text(comparison)).isPresent()
              ? wallet(path)
              : Optional.empty();
      case "tag" -> ofWallet(path) ? wallet(path) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> wallet(ObjectPath path) {
    return Optional.of(path.type() + ":." + last(path));
  }

  private static boolean ofWallet(ObjectPath path) {
    return path.steps().subList(0, path.steps().size() - 1).equals(WALLET_EXTENSION);
  }

  private static String text(Comparison comparison) {
    return ((Text) comparison.constants().getFirst()).value();
  }

  private static String last(ObjectPath path) {
    return path.steps().getLast() instanceof Property(var name) ? name : "";
  }

  /// The object a property belongs to; an item of a list is another object each time.
  private static String owner(ObjectPath path) {
    var owner = new StringBuilder(path.type()).append(':');
    for (var step : path.steps().subList(0, path.steps().size() - 1)) {
      owner.append(step).append('.');
    }
    return owner.toString();
  }
}
