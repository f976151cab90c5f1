package org.entente.kit.pull;

import java.util.List;
import java.util.Optional;

/// What is read: a place in it means nothing for anything else.
///
/// @param apiRoot of the exchange
/// @param client that reads, since others are shown other objects
/// @param collection its id, or what else is read of it
/// @param addedAfter only what was added after this time
/// @param match only what these filters leave, such as `type=indicator`
public record Reading(
    String apiRoot,
    String client,
    String collection,
    Optional<String> addedAfter,
    List<String> match) {

  public Reading {
    match = match.stream().sorted().toList();
  }

  /// Of what was taken back from this client, instead of the objects.
  public static Reading ofWithdrawals(
      String apiRoot, String client, String collection, Optional<String> addedAfter) {
    return new Reading(apiRoot, client, collection + "/withdrawals", addedAfter, List.of());
  }
}
