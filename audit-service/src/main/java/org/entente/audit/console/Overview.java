package org.entente.audit.console;

/**
 * What the overview shows.
 *
 * @param standing how the log stands
 */
record Overview(Standing standing, java.util.Set<String> hours) {}
