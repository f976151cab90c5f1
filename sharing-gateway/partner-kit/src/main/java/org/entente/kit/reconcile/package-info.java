/// What a partner's own journal and the exchange's log say of the same requests, compared.
@NullMarked
package org.entente.kit.reconcile;

import org.jspecify.annotations.NullMarked;
