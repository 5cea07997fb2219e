/** Takes the face out of head CT and MR (PS3.15 section E.3.2, Clean Recognizable Visual Features Option). */
@NullMarked
package org.roentgen.dicom.deidentify.face;

import org.jspecify.annotations.NullMarked;
