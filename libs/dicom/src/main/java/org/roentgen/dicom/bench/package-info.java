/** Benchmarks of this toolkit beside dcmtk, gdcm and Orthanc, in one run on the same generated files. */
@NullMarked
package org.roentgen.dicom.bench;

import org.jspecify.annotations.NullMarked;
