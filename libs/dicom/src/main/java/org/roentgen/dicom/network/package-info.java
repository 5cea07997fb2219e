/** DICOM network (PS3.7, PS3.8): associations as requestor and acceptor, and the server. */
@NullMarked
package org.roentgen.dicom.network;

import org.jspecify.annotations.NullMarked;
