/** Complete studies become runs; their steps are claimed, carried out and finished. */
@NullMarked
package org.roentgen.workflow.pipeline;

import org.jspecify.annotations.NullMarked;
