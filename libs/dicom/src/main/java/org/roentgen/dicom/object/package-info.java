/** Objects that Roentgen makes of others: segmentations, measurement reports, secondary captures; built and read (PS3.3 Annex A). */
@NullMarked
package org.roentgen.dicom.object;

import org.jspecify.annotations.NullMarked;
