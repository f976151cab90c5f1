/** The tree as PostgreSQL keeps it: full tiles, leaves, checkpoints. Reading only. */
@NullMarked
package org.entente.audit.tree;

import org.jspecify.annotations.NullMarked;
