/** The way from the identified zone to the de-identified one, and the crosswalk back. */
@NullMarked
package org.roentgen.workflow.deidentification;

import org.jspecify.annotations.NullMarked;
