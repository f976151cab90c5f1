/** What commands need that run without the service: its configuration, its database. */
@NullMarked
package org.entente.audit.offline;

import org.jspecify.annotations.NullMarked;
