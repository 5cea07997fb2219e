package org.roentgen.dicom.network;

import java.util.List;
import java.util.Optional;
import org.roentgen.dicom.network.dimse.CommandField;

/** What one side of an association can do for the other: SOP classes, transfer syntaxes, and the requests it performs. */
public interface DicomService {
    /** Whether it serves this SOP class (abstract syntax). */
    boolean supports(String sopClassUid);

    /** Transfer syntax UIDs, the preferred one first. */
    List<String> transferSyntaxes();

    /** Who performs this kind of request; empty when nobody does. */
    Optional<RequestHandler> handler(CommandField request);

    /**
     * Whether an acceptor with this service agrees that the requestor is provider of the SOP class (PS3.7 D.3.3.4), as
     * C-GET and storage commitment need it.
     */
    default boolean acceptsProviderRole() {
        return false;
    }
}
