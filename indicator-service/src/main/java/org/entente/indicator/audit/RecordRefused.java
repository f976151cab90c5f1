package org.entente.indicator.audit;

/// The log refused a record for what it is: a defect of this service.
public final class RecordRefused extends RuntimeException {
  RecordRefused(String message) {
    super(message);
  }
}
