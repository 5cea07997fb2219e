package org.roentgen.dicom.network;

/**
 * How much of a server peers may occupy.
 *
 * @param associations open associations in all
 * @param associationsPerPeer open associations of one network address
 * @param operations largest asynchronous operations window that is granted, at least 1
 * @param maximumLength P-DATA-TF length that is announced, in bytes
 */
public record AssociationLimits(int associations, int associationsPerPeer, int operations, int maximumLength) {
    /** 200 associations, 50 a peer, windows of up to 8 operations, PDUs of up to 128 KiB. */
    public static final AssociationLimits DEFAULT = new AssociationLimits(200, 50, 8, 128 * 1024);

    private static final int SMALLEST_PDU = 1024;

    public AssociationLimits {
        if (associations < 1 || associationsPerPeer < 1 || operations < 1) {
            throw new IllegalArgumentException("limits %d/%d/%d: each must be at least 1"
                    .formatted(associations, associationsPerPeer, operations));
        }
        if (maximumLength < SMALLEST_PDU) {
            throw new IllegalArgumentException(
                    "maximum PDU length %d: must be at least %d".formatted(maximumLength, SMALLEST_PDU));
        }
    }
}
