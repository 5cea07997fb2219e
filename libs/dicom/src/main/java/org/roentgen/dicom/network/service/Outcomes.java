package org.roentgen.dicom.network.service;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.roentgen.dicom.MalformedDicomException;
import org.roentgen.dicom.network.AssociationState;
import org.roentgen.dicom.network.IncomingRequest;
import org.roentgen.dicom.network.dimse.DimseStatus;

/** Ends an operation with the status that its outcome calls for. */
final class Outcomes {
    private static final Logger LOG = System.getLogger(Outcomes.class.getName());

    private Outcomes() {}

    /** Work that ends with a status or an exception. */
    interface Work {
        DimseStatus perform() throws IOException;
    }

    static void respond(IncomingRequest incoming, DimseStatus whenMalformed, Work work) throws IOException {
        incoming.respond(status(incoming, whenMalformed, work));
    }

    /** How work ends: its own status, or the one of its failure. Throws when the association broke. */
    static DimseStatus status(IncomingRequest incoming, DimseStatus whenMalformed, Work work) throws IOException {
        try {
            return work.perform();
        } catch (DimseException refused) {
            return refused.status();
        } catch (MalformedDicomException malformed) {
            LOG.log(Level.WARNING, "request refused: {0}", malformed.getMessage());
            return whenMalformed.because("identifier is malformed");
        } catch (IOException failure) {
            if (incoming.association().state() != AssociationState.ESTABLISHED) {
                throw failure;
            }
            LOG.log(Level.ERROR, "request failed", failure);
            return DimseStatus.PROCESSING_FAILURE.because("request could not be performed");
        }
    }
}
