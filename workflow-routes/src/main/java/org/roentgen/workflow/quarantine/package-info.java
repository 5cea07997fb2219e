/** What could not be taken in or went wrong for good, kept with its cause until a person decides. */
@NullMarked
package org.roentgen.workflow.quarantine;

import org.jspecify.annotations.NullMarked;
