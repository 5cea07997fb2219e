package org.roentgen.dicom.network.service;

import java.io.IOException;
import org.roentgen.dicom.DataSet;

/** Answers C-FIND. */
@FunctionalInterface
public interface QueryHandler {
    /**
     * Gives each match to the sink; returning ends the query with success, or with cancel when the peer asked for it.
     *
     * @throws DimseException to end the query with its status
     * @throws IOException when the matches cannot be found, or the association broke
     */
    void find(PeerRequest request, MatchSink sink) throws IOException;

    /** Where matches go. */
    @FunctionalInterface
    interface MatchSink {
        /**
         * Sends a match.
         *
         * @return false when the peer cancelled: no more matches are wanted
         */
        boolean match(DataSet match) throws IOException;
    }
}
