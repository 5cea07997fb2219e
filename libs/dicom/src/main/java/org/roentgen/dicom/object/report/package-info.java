/** Structured reports of all templates, read as a tree of content items and as text for people (PS3.3 A.35, C.17.3). */
@NullMarked
package org.roentgen.dicom.object.report;

import org.jspecify.annotations.NullMarked;
