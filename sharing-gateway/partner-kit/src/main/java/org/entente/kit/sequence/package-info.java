/**
 * The client's own count of its requests: each is numbered in a statement that its signer signs,
 * made and verified here by the same code in the kit, the gateway and on an auditor's desk.
 */
@NullMarked
package org.entente.kit.sequence;

import org.jspecify.annotations.NullMarked;
