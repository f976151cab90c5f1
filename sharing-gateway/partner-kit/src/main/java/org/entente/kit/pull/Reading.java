package org.entente.kit.pull;

import java.util.Optional;

/// What is read: a place in it means nothing for anything else.
///
/// @param apiRoot of the exchange
/// @param client that reads, since others are shown other objects
/// @param collection its id
/// @param addedAfter only what was added after this time
public record Reading(
    String apiRoot, String client, String collection, Optional<String> addedAfter) {}
