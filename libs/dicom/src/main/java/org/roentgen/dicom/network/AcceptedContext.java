package org.roentgen.dicom.network;

/**
 * A presentation context that both sides agreed on.
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP Class UID
 * @param transferSyntax UID of the one transfer syntax of its data sets
 * @param requestorIsUser whether the association's requestor may send requests in it
 * @param requestorIsProvider whether the association's acceptor may send requests in it (PS3.7 D.3.3.4)
 */
public record AcceptedContext(
        int id, String abstractSyntax, String transferSyntax, boolean requestorIsUser, boolean requestorIsProvider) {}
