package org.entente.indicator.submission;

import org.entente.indicator.audit.Actor;
import org.entente.indicator.collection.Collection;

/// What was read out of a submission's parts.
record Reading(Kind kind, Collection collection, Actor actor, Verified verified, Content content) {}
