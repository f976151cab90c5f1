/// What surrounds the service under test: PostgreSQL, certificates, the log, the gateway.
@NullMarked
package org.entente.indicator.exchange;

import org.jspecify.annotations.NullMarked;
