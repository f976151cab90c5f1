/** Personal fields outside the leaf: salted digests in it, disclosures beside it (RFC 9901). */
@NullMarked
package org.entente.audit.disclosure;

import org.jspecify.annotations.NullMarked;
