/// A witness of transparency logs (C2SP tlog-witness), to be run beside a partner's own systems.
@NullMarked
package org.entente.kit.witness;

import org.jspecify.annotations.NullMarked;
