package org.roentgen.dicom.network;

import java.time.Duration;

/**
 * How long to wait for a peer; each is positive.
 *
 * @param connect TCP connection
 * @param association from the connection to the end of negotiation, and after the last PDU for the peer to close: the
 *     ARTIM timer of PS3.8 section 9.1.4
 * @param read waiting for bytes within one message, on top of what its bytes earn at 1 KiB/s
 * @param write one blocked write
 * @param idle an association without any operation
 * @param response one response to a request of ours
 */
public record NetworkTimeouts(
        Duration connect, Duration association, Duration read, Duration write, Duration idle, Duration response) {
    /** 10 s to connect, 15 s to negotiate, 30 s within a message, 2 min idle or for a response. */
    public static final NetworkTimeouts DEFAULT = new NetworkTimeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));

    public NetworkTimeouts {
        requirePositive("connect", connect);
        requirePositive("association", association);
        requirePositive("read", read);
        requirePositive("write", write);
        requirePositive("idle", idle);
        requirePositive("response", response);
    }

    /** All six the same, for quick checks of a peer. */
    public static NetworkTimeouts of(Duration each) {
        return new NetworkTimeouts(each, each, each, each, each, each);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("time-out %s is %s: must be positive".formatted(name, value));
        }
    }
}
