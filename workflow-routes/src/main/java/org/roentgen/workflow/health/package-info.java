/** Readiness and metrics. */
@NullMarked
package org.roentgen.workflow.health;

import org.jspecify.annotations.NullMarked;
