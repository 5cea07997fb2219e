@NullMarked
package org.roentgen.dicom.object.report;

import org.jspecify.annotations.NullMarked;
