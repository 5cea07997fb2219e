/** A corpus with planted identifiers, the expected action for each, and the score of the toolkit against them. */
@NullMarked
package org.roentgen.dicom.deidentify.answerkey;

import org.jspecify.annotations.NullMarked;
