@NullMarked
package org.roentgen.dicom.object.pet;

import org.jspecify.annotations.NullMarked;
