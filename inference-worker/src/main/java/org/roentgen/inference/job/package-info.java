/** Jobs taken from the broker and events sent back. */
@NullMarked
package org.roentgen.inference.job;

import org.jspecify.annotations.NullMarked;
