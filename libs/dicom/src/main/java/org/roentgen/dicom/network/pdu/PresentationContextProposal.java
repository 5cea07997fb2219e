package org.roentgen.dicom.network.pdu;

import java.util.List;

/**
 * A presentation context as requested (PS3.8 section 9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP Class UID
 * @param transferSyntaxes UIDs that the requestor can use, at least one
 */
public record PresentationContextProposal(int id, String abstractSyntax, List<String> transferSyntaxes) {
    public PresentationContextProposal {
        if (id < 1 || id > 255 || id % 2 == 0) {
            throw new IllegalArgumentException(
                    "presentation context id %d: must be odd and 1 to 255 (PS3.8 9.3.2.2)".formatted(id));
        }
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
