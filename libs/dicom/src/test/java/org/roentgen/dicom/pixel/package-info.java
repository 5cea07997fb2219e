@NullMarked
package org.roentgen.dicom.pixel;

import org.jspecify.annotations.NullMarked;
