/** Finds and blanks text that is burned into pixels (PS3.15 section E.3.1, Clean Pixel Data Option). */
@NullMarked
package org.roentgen.dicom.deidentify.burnedin;

import org.jspecify.annotations.NullMarked;
