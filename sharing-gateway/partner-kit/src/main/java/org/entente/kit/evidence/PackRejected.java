package org.entente.kit.evidence;

/** A pack of evidence does not prove what it holds; the message names the file. */
public final class PackRejected extends RuntimeException {

  PackRejected(String detail) {
    super(detail);
  }
}
