/** Verbs that this module adds to {@code roentgen dicom}. */
@NullMarked
package org.roentgen.imaging.cli;

import org.jspecify.annotations.NullMarked;
