package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.util.Optional;
import org.roentgen.dicom.network.AssociationOptions;

/** Answers storage commitment requests. */
public interface CommitmentHandler {
    /** Finds out which of the instances are kept safely; called after the request was answered. */
    CommitmentResult commit(CommitmentRequest request, String callingAeTitle) throws IOException;

    /** Where to report to when the requesting association is gone; empty to give up. */
    Optional<AssociationOptions.Builder> requestor(String callingAeTitle);
}
