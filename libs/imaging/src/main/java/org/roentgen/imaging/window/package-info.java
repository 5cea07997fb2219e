/** Networks that see an image patch by patch or slice by slice. */
@NullMarked
package org.roentgen.imaging.window;

import org.jspecify.annotations.NullMarked;
