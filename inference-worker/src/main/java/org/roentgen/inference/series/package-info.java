/** From de-identified instances to findings and a label map. */
@NullMarked
package org.roentgen.inference.series;

import org.jspecify.annotations.NullMarked;
