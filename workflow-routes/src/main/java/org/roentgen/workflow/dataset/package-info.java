/** Imports of reviewed images become immutable dataset versions, or are refused with every offending file named. */
@NullMarked
package org.roentgen.workflow.dataset;

import org.jspecify.annotations.NullMarked;
