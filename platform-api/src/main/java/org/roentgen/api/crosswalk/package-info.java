/** The way back from pseudonyms: read with a reason by administrators, encrypted again, and erased. */
@NullMarked
package org.roentgen.api.crosswalk;

import org.jspecify.annotations.NullMarked;
