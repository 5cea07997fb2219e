@NullMarked
package org.roentgen.dicom;

import org.jspecify.annotations.NullMarked;
