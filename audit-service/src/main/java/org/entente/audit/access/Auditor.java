package org.entente.audit.access;

import org.entente.audit.record.Actor;
import org.entente.audit.visibility.AuditScope;

/** An auditor that has shown to be one, and how much there is for it to read. */
record Auditor(Actor actor, AuditScope scope) {}
