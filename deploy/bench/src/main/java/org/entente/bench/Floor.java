package org.entente.bench;

/**
 * The best this machine could do at a part of the work, with nothing around it.
 *
 * @param rate per second, in the unit of the row it stands beside
 */
record Floor(String what, double rate) {}
