/** The command line of the toolkit: {@code roentgen dicom ...}. */
@NullMarked
package org.roentgen.dicom.cli;

import org.jspecify.annotations.NullMarked;
