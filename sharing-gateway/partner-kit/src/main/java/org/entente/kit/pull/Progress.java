package org.entente.kit.pull;

import org.entente.kit.client.Place;

/// How far a reading has come.
///
/// @param place behind the last page that was kept
/// @param pages kept so far
/// @param objects kept so far
/// @param lineBytes how long the file of lines is, in bytes
public record Progress(Place place, long pages, long objects, long lineBytes) {}
