/** Server-sent events. */
@NullMarked
package org.roentgen.api.event;

import org.jspecify.annotations.NullMarked;
