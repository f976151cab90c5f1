package org.entente.indicator.batch;

/// Marks failures that would hit every item of a batch alike, so that trying the items one by one
/// would only multiply the wait.
public interface Outage {}
