/** One class for each kind of pipeline step. */
@NullMarked
package org.roentgen.workflow.step;

import org.jspecify.annotations.NullMarked;
