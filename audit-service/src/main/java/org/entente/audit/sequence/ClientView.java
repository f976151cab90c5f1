package org.entente.audit.sequence;

import java.util.Optional;
import org.entente.audit.reconciliation.FiledFinding;

/** One client: which of its numbers are missing, and what its party found in its journal. */
public record ClientView(MissingPage page, Optional<FiledFinding> filed) {}
