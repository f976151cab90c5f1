package org.entente.indicator.evidence;

import java.util.UUID;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.bytes.Slice;

/// One signed submission.
///
/// @param receivedAt microseconds since 1970
/// @param receipt where the submission stands in the log
record Evidence(
    UUID submission,
    String partner,
    Slice manifest,
    Slice body,
    long receivedAt,
    Receipt receipt) {}
