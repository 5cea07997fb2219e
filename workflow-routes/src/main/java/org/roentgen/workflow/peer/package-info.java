/** Whom the DIMSE port knows, and where to reach them. */
@NullMarked
package org.roentgen.workflow.peer;

import org.jspecify.annotations.NullMarked;
