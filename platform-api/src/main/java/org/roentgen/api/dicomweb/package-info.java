/** DICOMweb: STOW-RS, QIDO-RS and WADO-RS (PS3.18). */
@NullMarked
package org.roentgen.api.dicomweb;

import org.jspecify.annotations.NullMarked;
