/** What could not be taken in. */
@NullMarked
package org.roentgen.api.quarantine;

import org.jspecify.annotations.NullMarked;
