package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.network.AssociationOptions;

/** Answers C-MOVE and C-GET. */
public interface RetrieveHandler {
    /**
     * Finds the instances that a request names; they are opened one by one when they are sent.
     *
     * @throws DimseException to refuse the request with its status
     */
    List<? extends InstanceSource> instances(PeerRequest request) throws IOException;

    /** Where a C-MOVE destination is: address and AE titles; empty when it is not known (status A801H). */
    Optional<AssociationOptions.Builder> destination(String aeTitle);
}
