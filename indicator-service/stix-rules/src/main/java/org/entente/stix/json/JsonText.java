package org.entente.stix.json;

/// A string, with its escapes resolved.
public record JsonText(String value) implements Json {}
