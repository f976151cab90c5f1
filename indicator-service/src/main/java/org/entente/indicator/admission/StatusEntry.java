package org.entente.indicator.admission;

/// One entry of a TAXII status (TAXII 2.1 §4.3.1).
///
/// @param message empty when there is nothing to say
public record StatusEntry(String id, String version, String message) {}
