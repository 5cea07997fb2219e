/** Services over DIMSE (PS3.4): storage, query, retrieve, storage commitment, as user and as provider. */
@NullMarked
package org.roentgen.dicom.network.service;

import org.jspecify.annotations.NullMarked;
