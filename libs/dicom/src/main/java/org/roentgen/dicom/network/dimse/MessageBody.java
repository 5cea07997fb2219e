package org.roentgen.dicom.network.dimse;

import java.io.IOException;

/** The data set of a message to send, written in the transfer syntax of its presentation context. */
@FunctionalInterface
public interface MessageBody {
    /** Writes the data set; an exception in the middle makes the association unusable and aborts it. */
    void writeTo(FragmentOutputStream output) throws IOException;

    /** A body that is in memory. */
    static MessageBody of(byte[] bytes) {
        return output -> output.write(bytes);
    }
}
