/** Volumes, label maps and what is done with them between the archive and a network. */
@NullMarked
package org.roentgen.imaging;

import org.jspecify.annotations.NullMarked;
