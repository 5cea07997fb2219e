/** JPEG 2000 part 1 decoding, reversible and irreversible (ITU-T T.800). */
@NullMarked
package org.roentgen.dicom.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
