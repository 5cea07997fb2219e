package org.roentgen.dicom.network.service;

import java.io.IOException;
import org.roentgen.dicom.DataSet;
import org.roentgen.dicom.network.dimse.DimseStatus;

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
        default boolean match(DataSet match) throws IOException {
            return match(match, DimseStatus.PENDING);
        }

        /**
         * The same with a status: {@link DimseStatus#PENDING}, or {@link DimseStatus#PENDING_WITH_UNSUPPORTED_KEYS} when
         * optional keys of the request were not supported.
         */
        boolean match(DataSet match, DimseStatus pending) throws IOException;
    }
}
