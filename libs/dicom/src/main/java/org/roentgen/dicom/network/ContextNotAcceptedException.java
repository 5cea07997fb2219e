package org.roentgen.dicom.network;

import java.io.IOException;
import java.io.Serial;

/** The peer accepted no presentation context that fits what should be sent. */
public final class ContextNotAcceptedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** No context for this SOP class at all. */
    public ContextNotAcceptedException(String sopClassUid) {
        super("peer accepted no presentation context for SOP class %s".formatted(sopClassUid));
    }

    /** None in a transfer syntax that fits. */
    public ContextNotAcceptedException(String sopClassUid, String transferSyntaxUid) {
        super("peer accepted no presentation context for SOP class %s in transfer syntax %s, and it cannot be converted"
                .formatted(sopClassUid, transferSyntaxUid));
    }
}
