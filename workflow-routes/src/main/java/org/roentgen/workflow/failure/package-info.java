/** What happens with a failure, by its category. */
@NullMarked
package org.roentgen.workflow.failure;

import org.jspecify.annotations.NullMarked;
