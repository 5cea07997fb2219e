@NullMarked
package org.roentgen.dicom.codec;

import org.jspecify.annotations.NullMarked;
