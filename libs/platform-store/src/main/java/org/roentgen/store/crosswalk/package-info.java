/** Encryption of the way back from pseudonyms. */
@NullMarked
package org.roentgen.store.crosswalk;

import org.jspecify.annotations.NullMarked;
