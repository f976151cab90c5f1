/** Rules, dashboards and runbook, held against the tables of metrics and against each other. */
@NullMarked
package org.entente.observability;

import org.jspecify.annotations.NullMarked;
