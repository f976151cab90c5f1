package org.entente.kit.mirror;

/**
 * The log signed two histories. Both signed checkpoints are kept, and they convict it: no mirror
 * and no operator could have made them.
 */
public final class LogContradicted extends RuntimeException {

  LogContradicted(String detail) {
    super(detail);
  }
}
