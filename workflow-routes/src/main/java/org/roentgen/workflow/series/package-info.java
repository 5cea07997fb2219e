/** Access to the instances of a series in the identified zone. */
@NullMarked
package org.roentgen.workflow.series;

import org.jspecify.annotations.NullMarked;
