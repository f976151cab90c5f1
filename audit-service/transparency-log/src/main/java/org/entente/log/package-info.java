/**
 * The Merkle log an auditor must trust: hashing, proofs, tiles, signed notes, checkpoints,
 * receipts.
 */
@NullMarked
package org.entente.log;

import org.jspecify.annotations.NullMarked;
