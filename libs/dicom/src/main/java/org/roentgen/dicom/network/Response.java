package org.roentgen.dicom.network;

import org.roentgen.dicom.network.dimse.CommandSet;

/**
 * A response to a request of ours.
 *
 * @param dataSet its data set in the context's transfer syntax; of length 0 when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the association's reader to the one who asked
public record Response(CommandSet command, AcceptedContext context, byte[] dataSet) {}
