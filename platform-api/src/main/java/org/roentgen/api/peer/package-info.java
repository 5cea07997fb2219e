/** Sources and destinations. */
@NullMarked
package org.roentgen.api.peer;

import org.jspecify.annotations.NullMarked;
