/** Events of the workers about their jobs come back and are persisted. */
@NullMarked
package org.roentgen.workflow.job;

import org.jspecify.annotations.NullMarked;
