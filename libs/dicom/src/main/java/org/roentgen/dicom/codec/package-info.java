/** Frame codecs on byte arrays: one compressed frame in, stored values out, and back (PS3.5 section 8.2, annexes A and G). */
@NullMarked
package org.roentgen.dicom.codec;

import org.jspecify.annotations.NullMarked;
