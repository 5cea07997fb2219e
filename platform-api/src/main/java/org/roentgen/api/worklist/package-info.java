/** The reading worklist and the results of a study. */
@NullMarked
package org.roentgen.api.worklist;

import org.jspecify.annotations.NullMarked;
