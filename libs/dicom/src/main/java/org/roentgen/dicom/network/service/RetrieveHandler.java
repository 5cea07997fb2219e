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

    /**
     * Where the destination of a C-MOVE is: address and AE titles; empty when it is not known (status A801H). Asked before
     * {@link #instances}.
     *
     * @throws DimseException to refuse the request with its status
     */
    Optional<AssociationOptions.Builder> destination(PeerRequest request) throws IOException;

    /** Told once after the last instance that {@link #instances} gave was sent, or could not be. */
    default void finished(PeerRequest request, RetrieveProgress outcome) {}
}
