package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.io.InputStream;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** Takes received instances. Called on many threads at once, one per association. */
@FunctionalInterface
public interface StoreHandler {
    /**
     * Takes one instance. The response leaves after this returns: answer success only when the instance is durable.
     *
     * @param dataSet the data set while it arrives, in the request's transfer syntax, without preamble and file meta
     *     information; what is left unread is skipped. Reading throws when the peer breaks off.
     * @return the status of PS3.4 table B.2-1, with a comment for the peer's log that holds no patient data
     * @throws IOException when it cannot be stored; the peer gets A700H (out of resources), or, for a
     *     {@link org.roentgen.dicom.MalformedDicomException}, C000H (cannot understand)
     */
    DimseStatus store(StoreRequest request, InputStream dataSet) throws IOException;
}
