/** De-identification by the confidentiality profiles of PS3.15 Annex E. */
@NullMarked
package org.roentgen.dicom.deidentify;

import org.jspecify.annotations.NullMarked;
