/// Files written so that a crash at any moment leaves what was there before, or all of what is new.
@NullMarked
package org.entente.kit.file;

import org.jspecify.annotations.NullMarked;
