/** Checks instances against the IODs of PS3.3 and the value rules of PS3.5. */
@NullMarked
package org.roentgen.dicom.validate;

import org.jspecify.annotations.NullMarked;
