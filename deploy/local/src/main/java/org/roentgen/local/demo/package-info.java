/** The main job of the platform, run as its users would: over the API and DICOM, nothing behind the platform's back. */
@NullMarked
package org.roentgen.local.demo;

import org.jspecify.annotations.NullMarked;
