/**
 * Objects made of images, built and read (PS3.3 Annex A): segmentations, structure sets, parametric maps, presentation states,
 * measurement reports, key object selections, secondary captures, encapsulated documents. Readers answer bad objects with
 * {@link org.roentgen.dicom.object.ObjectFormatException}, builders bad arguments with {@link IllegalArgumentException}.
 */
@NullMarked
package org.roentgen.dicom.object;

import org.jspecify.annotations.NullMarked;
