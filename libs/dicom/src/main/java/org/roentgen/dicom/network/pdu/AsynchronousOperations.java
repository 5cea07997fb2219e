package org.roentgen.dicom.network.pdu;

/**
 * Asynchronous operations window (PS3.7 D.3.3.3): how many operations the requestor of the association may have
 * outstanding as invoker and as performer; 0 means no limit.
 */
public record AsynchronousOperations(int maximumInvoked, int maximumPerformed) {
    /** One at a time: what holds when the window is not negotiated. */
    public static final AsynchronousOperations SYNCHRONOUS = new AsynchronousOperations(1, 1);

    public AsynchronousOperations {
        if (maximumInvoked < 0 || maximumInvoked > 0xFFFF || maximumPerformed < 0 || maximumPerformed > 0xFFFF) {
            throw new IllegalArgumentException("operations window %d/%d: each must be 0 to 65535 (PS3.7 D.3.3.3)"
                    .formatted(maximumInvoked, maximumPerformed));
        }
    }
}
