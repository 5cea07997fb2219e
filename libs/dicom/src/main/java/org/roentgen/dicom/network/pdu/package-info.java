/** Protocol data units of the DICOM upper layer (PS3.8 section 9.3): types, encoding, bounds-checked decoding. */
@NullMarked
package org.roentgen.dicom.network.pdu;

import org.jspecify.annotations.NullMarked;
