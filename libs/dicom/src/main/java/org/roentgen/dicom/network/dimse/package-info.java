/** DIMSE messages (PS3.7): command sets, statuses, and their fragments on the wire. */
@NullMarked
package org.roentgen.dicom.network.dimse;

import org.jspecify.annotations.NullMarked;
