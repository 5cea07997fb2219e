/** Plain pictures: PNG and JPEG. */
@NullMarked
package org.roentgen.imaging.raster;

import org.jspecify.annotations.NullMarked;
